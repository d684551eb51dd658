package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.select.LabelSelector;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;

/** Namespaces in which a pod, present or future, is not isolated in a direction. */
record DefaultDeny(PolicyDirection direction) implements Check {
    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        if (hasPolicyForAll(facts)) {
            return;
        }
        switch (new PluginPolicies(facts, direction, target.object().name()).onAllPods()) {
            case PluginPolicies.None none -> report.offends(FieldPath.ROOT, detail(facts));
            case PluginPolicies.Isolates isolates -> {}
            case PluginPolicies.Unknown(String policy) ->
                report.undecided(FieldPath.ROOT, PodIsolation.notRead(policy));
        }
    }

    private boolean hasPolicyForAll(FactSource facts) {
        for (Node node : (ListNode) facts.get("objects.NetworkPolicy")) {
            if (node instanceof MapNode policy
                    && String.valueOf(policy.string("apiVersion")).startsWith("networking.k8s.io/")
                    && direction.isIn(policy)
                    && selectsAll(policy)) {
                return true;
            }
        }
        return false;
    }

    private static boolean selectsAll(MapNode policy) {
        Node selector = policy.at("spec", "podSelector");
        return selector == null || LabelSelector.of(selector).selectsEverything();
    }

    private String detail(FactSource facts) {
        MapNode isolation = ((MapNode) facts.get("isolation")).map(direction.rules());
        int covered = isolation == null ? 0 : isolation.list("covered").size();
        int open = isolation == null ? 0 : isolation.list("open").size();
        int all = covered + open;
        if (all == 0) {
            return "no policy denies " + direction.rules() + " for pods of the namespace";
        }
        String counted = "policies isolate " + covered + " of " + all + (all == 1 ? " workload" : " workloads")
                + " for " + direction.rules();
        return covered == all ? counted + ", but none selects pods added later" : counted;
    }
}
