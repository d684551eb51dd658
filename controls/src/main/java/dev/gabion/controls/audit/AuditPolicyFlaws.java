package dev.gabion.controls.audit;

import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is wrong with the text of an audit policy: what a server refuses or silently drops, and rules that can never
 * match. Source: audit specification, sections 3.2 and 3.4.
 */
public final class AuditPolicyFlaws {
    private static final Set<String> POLICY_KEYS =
            Set.of("apiVersion", "kind", "metadata", "rules", "omitStages", "omitManagedFields");
    private static final Set<String> RULE_KEYS = Set.of(
            "level",
            "users",
            "userGroups",
            "verbs",
            "resources",
            "namespaces",
            "nonResourceURLs",
            "omitStages",
            "omitManagedFields");
    private static final Set<String> RESOURCE_KEYS = Set.of("group", "resources", "resourceNames");
    private static final Set<String> STAGES = Set.of("RequestReceived", "ResponseStarted", "ResponseComplete", "Panic");
    private static final Pattern GROUP = Pattern.compile("([a-z0-9]([-a-z0-9.]*[a-z0-9])?)?|\\*");

    /** Resources people expect in the core group. */
    private static final Set<String> NOT_CORE = Set.of(
            "clusterrolebindings",
            "clusterroles",
            "cronjobs",
            "daemonsets",
            "deployments",
            "ingresses",
            "jobs",
            "networkpolicies",
            "replicasets",
            "rolebindings",
            "roles",
            "statefulsets",
            "tokenreviews");

    private final List<Flaw> refused = new ArrayList<>();
    private final List<Flaw> idle = new ArrayList<>();

    /** A flaw and where it is. */
    public record Flaw(FieldPath place, String reason) {}

    public AuditPolicyFlaws(MapNode root) {
        if (!"audit.k8s.io/v1".equals(root.string("apiVersion"))) {
            refuse(FieldPath.keys("apiVersion"), "only audit.k8s.io/v1 is read");
        }
        unknown(root, POLICY_KEYS, FieldPath.ROOT);
        stages(root, FieldPath.ROOT);
        ListNode rules = root.list("rules");
        if (rules.size() == 0) {
            refuse(FieldPath.keys("rules"), "a policy needs rules");
        }
        int reachable = AuditPolicy.of(root).reachable();
        for (int i = 0; i < rules.size(); i++) {
            FieldPath at = FieldPath.keys("rules").item(i);
            if (rules.get(i) instanceof MapNode rule) {
                rule(rule, at);
            }
            if (i >= reachable) {
                idle.add(new Flaw(at, "no request reaches the rule, for rule " + reachable + " matches everything"));
            }
        }
    }

    /** What makes a server refuse the policy, or drop a part of it. */
    public List<Flaw> refused() {
        return refused;
    }

    /** Rules, or parts of them, that match nothing. */
    public List<Flaw> idle() {
        return idle;
    }

    private void refuse(FieldPath place, String reason) {
        refused.add(new Flaw(place, reason));
    }

    private void unknown(MapNode map, Set<String> known, FieldPath at) {
        for (String key : map.keys()) {
            if (!known.contains(key)) {
                refuse(at.key(key), "there is no such field, so it is dropped");
            }
        }
    }

    private void stages(MapNode map, FieldPath at) {
        List<String> stages = AuditRule.texts(map, "omitStages");
        if (!STAGES.containsAll(stages)) {
            refuse(at.key("omitStages"), "the stages are RequestReceived, ResponseStarted, ResponseComplete and Panic");
        }
    }

    private void rule(MapNode rule, FieldPath at) {
        unknown(rule, RULE_KEYS, at);
        stages(rule, at);
        if (AuditLevel.of(rule.string("level")) == null) {
            refuse(at.key("level"), "the levels are None, Metadata, Request and RequestResponse");
        }
        List<String> urls = AuditRule.texts(rule, "nonResourceURLs");
        boolean forResources =
                rule.list("resources").size() > 0 || rule.list("namespaces").size() > 0;
        if (!urls.isEmpty() && forResources) {
            refuse(at.key("nonResourceURLs"), "a rule is for resources or for URLs, not for both");
        }
        for (String url : urls) {
            int star = url.indexOf('*');
            boolean wildcardInside = star >= 0 && star < url.length() - 1;
            if (!url.equals("*") && (!url.startsWith("/") || wildcardInside)) {
                refuse(at.key("nonResourceURLs"), url + " does not begin with / or has a wildcard inside");
            }
        }
        ListNode resources = rule.list("resources");
        for (int i = 0; i < resources.size(); i++) {
            if (resources.get(i) instanceof MapNode entry) {
                entry(entry, at.key("resources").item(i));
            }
        }
        for (String key : List.of("verbs", "users", "userGroups", "namespaces")) {
            wildcards(rule, key, at);
        }
    }

    private void entry(MapNode entry, FieldPath at) {
        unknown(entry, RESOURCE_KEYS, at);
        String group = entry.string("group");
        if (group != null && !GROUP.matcher(group).matches()) {
            refuse(at.key("group"), group + " is no API group; a group is written without its version");
        }
        if (entry.list("resourceNames").size() > 0 && entry.list("resources").size() == 0) {
            refuse(at.key("resourceNames"), "names need resources");
        }
        for (String resource : AuditRule.texts(entry, "resources")) {
            if ((group == null || group.isEmpty()) && NOT_CORE.contains(resource)) {
                idle.add(new Flaw(at.key("resources"), resource + " are not in the core group, so they never match"));
            }
        }
    }

    private void wildcards(MapNode rule, String key, FieldPath at) {
        ListNode list = rule.list(key);
        for (int i = 0; i < list.size(); i++) {
            Node item = list.get(i);
            if (item instanceof ScalarNode s && "*".equals(s.value())) {
                idle.add(new Flaw(at.key(key).item(i), "there is no wildcard for " + key + ", so * matches nothing"));
            }
        }
    }
}
