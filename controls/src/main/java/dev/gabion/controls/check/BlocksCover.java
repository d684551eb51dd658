package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import java.util.ArrayList;
import java.util.List;

/** Egress rules whose address blocks let certain addresses through. */
final class BlocksCover implements Check {
    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        MapNode spec = target.root().map("spec");
        if (spec == null || !PolicyDirection.EGRESS.isIn(target.root())) {
            return;
        }
        List<String> wanted = NetworkRule.strings(params.list("addresses"));
        List<Long> ports = NetworkRule.numbers(params.list("ports"));
        ListNode rules = spec.list("egress");
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i) instanceof MapNode rule
                    && (ports.isEmpty() || NetworkRule.egress(rule).coversPorts(ports))) {
                peers(rule.list("to"), FieldPath.keys("spec", "egress").item(i).key("to"), wanted, report);
            }
        }
    }

    private static void peers(ListNode peers, FieldPath at, List<String> wanted, Report report) {
        for (int i = 0; i < peers.size(); i++) {
            MapNode block = peers.get(i) instanceof MapNode peer ? peer.map("ipBlock") : null;
            List<String> covered = new ArrayList<>();
            for (String address : wanted) {
                AddressBlock one =
                        address.indexOf('/') < 0 ? AddressBlock.address(address) : AddressBlock.parse(address);
                if (one != null && NetworkRule.blockCovers(block, one)) {
                    covered.add(address);
                }
            }
            if (block != null && !covered.isEmpty()) {
                report.offends(
                        at.item(i).key("ipBlock"), block.string("cidr") + " covers " + String.join(", ", covered));
            }
        }
    }
}
