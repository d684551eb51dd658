package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import java.util.List;

/** Address blocks of network policies that lie among the addresses of pods or Services. */
final class BlocksOverlap implements Check {
    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        MapNode spec = target.root().map("spec");
        List<AddressBlock> ranges = NetworkRule.addresses(params, "clusterRanges");
        if (spec == null) {
            return;
        }
        for (PolicyDirection direction : PolicyDirection.values()) {
            ListNode rules = spec.list(direction.rules());
            for (int i = 0; i < rules.size(); i++) {
                ListNode peers = rules.get(i) instanceof MapNode rule ? rule.list(direction.peers()) : ListNode.EMPTY;
                FieldPath at = FieldPath.keys("spec", direction.rules()).item(i).key(direction.peers());
                peers(peers, at, ranges, report);
            }
        }
    }

    private static void peers(ListNode peers, FieldPath at, List<AddressBlock> ranges, Report report) {
        for (int i = 0; i < peers.size(); i++) {
            MapNode block = peers.get(i) instanceof MapNode peer ? peer.map("ipBlock") : null;
            AddressBlock cidr = block == null ? null : AddressBlock.parse(block.string("cidr"));
            if (block != null && cidr != null && ranges.stream().anyMatch(range -> range.contains(cidr))) {
                report.offends(at.item(i).key("ipBlock"), block.string("cidr") + " lies among the cluster's addresses");
            }
        }
    }
}
