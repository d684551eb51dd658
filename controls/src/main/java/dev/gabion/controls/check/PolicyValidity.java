package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.select.LabelSelector;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import org.jspecify.annotations.Nullable;

/** What the API server refuses in a network policy beyond types. Source: network specification, section 2. */
final class PolicyValidity implements Check {
    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        MapNode spec = target.root().map("spec");
        if (spec == null) {
            return;
        }
        selector(spec.get("podSelector"), FieldPath.keys("spec", "podSelector"), report);
        for (PolicyDirection direction : PolicyDirection.values()) {
            ListNode rules = spec.list(direction.rules());
            for (int i = 0; i < rules.size(); i++) {
                if (rules.get(i) instanceof MapNode rule) {
                    FieldPath at = FieldPath.keys("spec", direction.rules()).item(i);
                    peers(rule.list(direction.peers()), at.key(direction.peers()), report);
                    ports(rule.list("ports"), at.key("ports"), report);
                }
            }
        }
    }

    private static void selector(@Nullable Node node, FieldPath at, Report report) {
        if (node instanceof MapNode && LabelSelector.of(node).invalid()) {
            report.offends(at, String.valueOf(LabelSelector.of(node).fault()));
        }
    }

    private static void peers(ListNode peers, FieldPath at, Report report) {
        for (int i = 0; i < peers.size(); i++) {
            if (peers.get(i) instanceof MapNode peer) {
                FieldPath here = at.item(i);
                if (peer.size() == 0) {
                    report.offends(here, "a peer needs a selector or an ipBlock; this one is empty");
                }
                if (peer.has("ipBlock") && peer.size() > 1) {
                    report.offends(here, "a peer has either an ipBlock or selectors");
                }
                selector(peer.get("podSelector"), here.key("podSelector"), report);
                selector(peer.get("namespaceSelector"), here.key("namespaceSelector"), report);
                block(peer.map("ipBlock"), here.key("ipBlock"), report);
            }
        }
    }

    private static void block(@Nullable MapNode block, FieldPath at, Report report) {
        if (block == null) {
            return;
        }
        AddressBlock cidr = AddressBlock.parse(block.string("cidr"));
        if (cidr == null) {
            report.offends(at.key("cidr"), "not a block of addresses such as 10.0.0.0/8");
        }
        ListNode except = block.list("except");
        for (int i = 0; i < except.size(); i++) {
            String text = except.get(i) instanceof ScalarNode s ? String.valueOf(s.value()) : "";
            AddressBlock hole = AddressBlock.parse(text);
            boolean inside = hole != null && cidr != null && cidr.contains(hole) && hole.prefix() > cidr.prefix();
            if (cidr != null && !inside) {
                report.offends(at.key("except").item(i), text + " does not lie inside " + block.string("cidr"));
            }
        }
    }

    private static void ports(ListNode ports, FieldPath at, Report report) {
        for (int i = 0; i < ports.size(); i++) {
            if (ports.get(i) instanceof MapNode port) {
                port(port, at.item(i), report);
            }
        }
    }

    private static void port(MapNode port, FieldPath at, Report report) {
        Long from = NetworkRule.number(port.get("port"));
        Long to = NetworkRule.number(port.get("endPort"));
        if (from != null && (from < 1 || from > 65_535)) {
            report.offends(at.key("port"), from + " is no port");
        }
        if (port.has("endPort") && from == null) {
            report.offends(at.key("endPort"), "endPort needs a port number beside it");
        }
        if (from != null && to != null && (to < from || to > 65_535)) {
            report.offends(at.key("endPort"), "endPort " + to + " must lie between port " + from + " and 65535");
        }
    }
}
