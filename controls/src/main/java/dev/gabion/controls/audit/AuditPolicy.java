package dev.gabion.controls.audit;

import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An audit policy as the API server evaluates it: the first rule that matches decides, no match records nothing, stages
 * omitted by policy and rule add up. Source: audit specification, section 3.1.
 */
public final class AuditPolicy {
    /** The index of no rule. */
    public static final int NO_RULE = -1;

    private final List<AuditRule> rules = new ArrayList<>();
    private final Set<String> omitStages;

    private AuditPolicy(MapNode root) {
        this.omitStages = Set.copyOf(AuditRule.texts(root, "omitStages"));
        ListNode list = root.list("rules");
        for (int i = 0; i < list.size(); i++) {
            MapNode rule = list.get(i) instanceof MapNode map ? map : MapNode.EMPTY;
            AuditLevel level = AuditLevel.of(rule.string("level"));
            rules.add(AuditRule.of(rule, level == null ? AuditLevel.NONE : level));
        }
    }

    /** Reads a policy; a rule without a valid level, which a server refuses, records nothing. */
    public static AuditPolicy of(MapNode root) {
        return new AuditPolicy(root);
    }

    /**
     * What is decided about a request.
     *
     * @param rule its index, or {@link #NO_RULE}
     */
    public record Decision(AuditLevel level, Set<String> omitStages, int rule) {}

    public Decision decide(AuditRequest request) {
        for (int i = 0; i < rules.size(); i++) {
            AuditRule rule = rules.get(i);
            if (rule.matches(request)) {
                Set<String> omitted = new HashSet<>(omitStages);
                omitted.addAll(rule.omitStages());
                return new Decision(rule.level(), omitted, i);
            }
        }
        return new Decision(AuditLevel.NONE, omitStages, NO_RULE);
    }

    /** Whether any request at all can be recorded. */
    public boolean recordsAnything() {
        int reached = reachable();
        return rules.subList(0, reached).stream().anyMatch(r -> r.level() != AuditLevel.NONE);
    }

    /** How many rules can be reached: all up to the first that matches everything. */
    public int reachable() {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).isCatchAll()) {
                return i + 1;
            }
        }
        return rules.size();
    }

    /** Whether a rule omits a stage itself, rather than the policy as a whole. */
    public boolean omits(int rule, String stage) {
        return rule >= 0 && rules.get(rule).omitStages().contains(stage);
    }

    /** Everybody the policy names, so that a rule for one account is tried with that account. */
    public List<AuditIdentity> named(int most) {
        Set<AuditIdentity> all = new LinkedHashSet<>();
        for (AuditRule rule : rules) {
            rule.users().forEach(u -> all.add(AuditIdentity.of(u)));
            rule.groups().forEach(g -> all.add(AuditIdentity.member(g)));
        }
        all.removeIf(i -> i.groups().contains("system:unauthenticated"));
        return all.stream().limit(most).toList();
    }

    /** Every namespace the policy names. */
    public List<String> namespaces(int most) {
        Set<String> all = new LinkedHashSet<>();
        rules.forEach(r -> all.addAll(r.namespaces()));
        all.remove("");
        return all.stream().limit(most).toList();
    }
}
