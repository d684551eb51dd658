package dev.gabion.controls.check;

import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ingress or egress rule of a network policy, seen from an address outside the cluster. Source: network
 * specification, section 2.
 */
record NetworkRule(MapNode rule, String peersKey) {
    static NetworkRule egress(MapNode rule) {
        return new NetworkRule(rule, "to");
    }

    /** Whether the rule lets through what goes to an address on some of the TCP ports. */
    boolean allows(AddressBlock address, List<Long> ports) {
        return coversPorts(ports) && coversAddress(address);
    }

    /** Whether the rule is about one of the TCP ports. Without ports it is about all; a name means no outside port. */
    boolean coversPorts(List<Long> wanted) {
        ListNode ports = rule.list("ports");
        if (ports.size() == 0) {
            return true;
        }
        for (Node node : ports) {
            if (node instanceof MapNode port && wanted.stream().anyMatch(number -> covers(port, number))) {
                return true;
            }
        }
        return false;
    }

    static boolean covers(MapNode port, long wanted) {
        String protocol = port.string("protocol");
        if (protocol != null && !protocol.equals("TCP")) {
            return false;
        }
        if (!port.has("port")) {
            return true;
        }
        Long from = number(port.get("port"));
        Long to = port.has("endPort") ? number(port.get("endPort")) : from;
        return from != null && to != null && from <= wanted && wanted <= to;
    }

    private boolean coversAddress(AddressBlock address) {
        ListNode peers = rule.list(peersKey);
        if (peers.size() == 0) {
            return true;
        }
        for (Node node : peers) {
            if (node instanceof MapNode peer && blockCovers(peer.map("ipBlock"), address)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an address lies in the block and in none of its exceptions. */
    static boolean blockCovers(@Nullable MapNode block, AddressBlock address) {
        AddressBlock cidr = block == null ? null : AddressBlock.parse(block.string("cidr"));
        if (block == null || cidr == null || !cidr.contains(address)) {
            return false;
        }
        for (String except : strings(block.list("except"))) {
            AddressBlock hole = AddressBlock.parse(except);
            if (hole != null && hole.contains(address)) {
                return false;
            }
        }
        return true;
    }

    static List<String> strings(ListNode list) {
        List<String> all = new ArrayList<>();
        for (Node item : list) {
            if (item instanceof ScalarNode s && s.value() instanceof String text) {
                all.add(text);
            }
        }
        return all;
    }

    static List<Long> numbers(ListNode list) {
        List<Long> all = new ArrayList<>();
        for (Node item : list) {
            Long number = number(item);
            if (number != null) {
                all.add(number);
            }
        }
        return all;
    }

    static @Nullable Long number(@Nullable Node node) {
        return node instanceof ScalarNode s && s.value() instanceof Long number ? number : null;
    }

    /** Addresses under a parameter. */
    static List<AddressBlock> addresses(MapNode params, String name) {
        List<AddressBlock> all = new ArrayList<>();
        for (String text : strings(params.list(name))) {
            AddressBlock address = text.indexOf('/') < 0 ? AddressBlock.address(text) : AddressBlock.parse(text);
            if (address != null) {
                all.add(address);
            }
        }
        return all;
    }
}
