package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.workload.Workload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pods that reach one of some outside addresses on one of some TCP ports: because nothing isolates them for egress, or
 * because a rule of a policy that does lets it through.
 */
final class EgressReach implements Check {
    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        Workload workload = target.workload();
        if (workload == null || workload.pod() == null) {
            return;
        }
        MapNode labels = workload.podMetadata().map("labels");
        PluginPolicies plugins = new PluginPolicies(
                facts, PolicyDirection.EGRESS, target.reference().namespace());
        PluginPolicies.Effect effect = plugins.on(labels == null ? MapNode.EMPTY : labels);
        String way = way(PodIsolation.isolating(facts, PolicyDirection.EGRESS), params);
        if (way == null) {
            return;
        }
        switch (effect) {
            case PluginPolicies.None none -> report.offends(workload.podPath(), way);
            case PluginPolicies.Isolates(String policy) ->
                report.undecided(workload.podPath(), PodIsolation.notRead(policy));
            case PluginPolicies.Unknown(String policy) ->
                report.undecided(workload.podPath(), PodIsolation.notRead(policy));
        }
    }

    /** How the pod gets there, or null. */
    private static @Nullable String way(ListNode policies, MapNode params) {
        if (policies.size() == 0) {
            return "no network policy limits its egress";
        }
        List<AddressBlock> addresses = NetworkRule.addresses(params, "addresses");
        List<Long> ports = NetworkRule.numbers(params.list("ports"));
        for (Node node : policies) {
            String rule = node instanceof MapNode policy ? allowing(policy, addresses, ports) : null;
            if (rule != null) {
                return rule;
            }
        }
        return null;
    }

    private static @Nullable String allowing(MapNode policy, List<AddressBlock> addresses, List<Long> ports) {
        MapNode spec = policy.map("spec");
        ListNode rules = spec == null ? ListNode.EMPTY : spec.list("egress");
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i) instanceof MapNode map
                    && addresses.stream().anyMatch(a -> NetworkRule.egress(map).allows(a, ports))) {
                MapNode metadata = policy.map("metadata");
                String name = metadata == null ? "" : metadata.string("name");
                return "network policy " + name + " allows it in "
                        + FieldPath.keys("spec", "egress").item(i);
            }
        }
        return null;
    }
}
