package dev.gabion.controls.check;

import dev.gabion.kube.tree.MapNode;

/** The two directions network policies speak of. */
enum PolicyDirection {
    INGRESS("Ingress", "ingress", "from"),
    EGRESS("Egress", "egress", "to");

    private final String type;
    private final String rules;
    private final String peers;

    PolicyDirection(String type, String rules, String peers) {
        this.type = type;
        this.rules = rules;
        this.peers = peers;
    }

    /** The word in {@code policyTypes}. */
    String type() {
        return type;
    }

    /** The field of a policy that lists the rules. */
    String rules() {
        return rules;
    }

    /** The field of a rule that lists the peers. */
    String peers() {
        return peers;
    }

    /** Whether a prepared policy is about this direction. */
    boolean isIn(MapNode policy) {
        MapNode spec = policy.map("spec");
        return spec != null && NetworkRule.strings(spec.list("policyTypes")).contains(type);
    }
}
