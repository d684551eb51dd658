package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.select.LabelSelector;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.workload.PodTemplates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Peers of a network policy that select no workload of its namespace by a pod selector alone. Where a peer with a
 * namespace selector alone stands beside such a one, the two were probably meant as one peer: both must hold, while two
 * peers mean either may.
 *
 * @param split whether to report those pairs, or the other useless peers
 */
record PolicyPeers(boolean split) implements Check {
    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        MapNode spec = target.root().map("spec");
        ListNode workloads = (ListNode) facts.get("workloads");
        if (spec == null) {
            return;
        }
        for (PolicyDirection direction : PolicyDirection.values()) {
            ListNode rules = spec.list(direction.rules());
            for (int i = 0; i < rules.size(); i++) {
                if (rules.get(i) instanceof MapNode rule) {
                    FieldPath at =
                            FieldPath.keys("spec", direction.rules()).item(i).key(direction.peers());
                    peers(rule.list(direction.peers()), at, workloads, report);
                }
            }
        }
    }

    private void peers(ListNode peers, FieldPath at, ListNode workloads, Report report) {
        for (int i = 0; i < peers.size(); i++) {
            if (!(peers.get(i) instanceof MapNode peer) || !isOnly(peer, "podSelector")) {
                continue;
            }
            LabelSelector selector = LabelSelector.of(peer.get("podSelector"));
            boolean pair = i > 0 && peers.get(i - 1) instanceof MapNode before && isOnly(before, "namespaceSelector");
            if (pair == split && !selector.invalid() && selectsNone(selector, workloads)) {
                report.offends(at.item(i).key("podSelector"), split ? PAIR : ALONE);
            }
        }
    }

    private static final String PAIR = "the peer selects no pod of this namespace; it was probably meant to narrow the"
            + " namespace selector before it, which now admits every pod of those namespaces";
    private static final String ALONE = "the peer selects no workload of the policy's namespace";

    private static boolean isOnly(MapNode peer, String key) {
        return peer.keys().equals(List.of(key));
    }

    private static boolean selectsNone(LabelSelector selector, ListNode workloads) {
        for (Node node : workloads) {
            if (node instanceof MapNode workload && selector.matches(podLabels(workload))) {
                return false;
            }
        }
        return true;
    }

    /** Labels of the pods a workload runs. */
    static @Nullable MapNode podLabels(MapNode workload) {
        String apiVersion = String.valueOf(workload.string("apiVersion"));
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        FieldPath path = PodTemplates.specPath(group, String.valueOf(workload.string("kind")));
        if (path == null) {
            return null;
        }
        FieldPath holder = FieldPath.of(path.steps().subList(0, path.steps().size() - 1));
        return holder.key("metadata").key("labels").in(workload) instanceof MapNode labels ? labels : null;
    }
}
