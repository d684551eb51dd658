package dev.gabion.controls.audit;

import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A rule of an audit policy. No field but group, resources and nonResourceURLs knows wildcards. Source: audit
 * specification, section 3.1.
 */
record AuditRule(
        AuditLevel level,
        List<String> users,
        List<String> groups,
        List<String> verbs,
        List<String> namespaces,
        List<GroupResources> resources,
        List<String> urls,
        Set<String> omitStages) {

    /** Resources of one API group; empty lists stand for all. */
    record GroupResources(String group, List<String> resources, List<String> names) {
        boolean matches(AuditRequest request) {
            if (!group.equals("*") && !group.equals(request.group())) {
                return false;
            }
            if (resources.isEmpty()) {
                return true;
            }
            boolean named = names.isEmpty() || names.contains(request.name());
            return named && resources.stream().anyMatch(r -> matches(r, request));
        }

        private static boolean matches(String pattern, AuditRequest request) {
            if (pattern.equals("*") || pattern.equals(request.combined())) {
                return true;
            }
            if (pattern.startsWith("*/")) {
                return !request.subresource().isEmpty() && pattern.substring(2).equals(request.subresource());
            }
            return pattern.endsWith("/*")
                    && pattern.substring(0, pattern.length() - 2).equals(request.resource());
        }
    }

    static AuditRule of(MapNode map, AuditLevel level) {
        List<GroupResources> resources = new ArrayList<>();
        for (Node item : map.list("resources")) {
            if (item instanceof MapNode entry) {
                String group = entry.string("group");
                resources.add(new GroupResources(
                        group == null ? "" : group, texts(entry, "resources"), texts(entry, "resourceNames")));
            }
        }
        return new AuditRule(
                level,
                texts(map, "users"),
                texts(map, "userGroups"),
                texts(map, "verbs"),
                texts(map, "namespaces"),
                resources,
                texts(map, "nonResourceURLs"),
                Set.copyOf(texts(map, "omitStages")));
    }

    static List<String> texts(MapNode map, String key) {
        List<String> all = new ArrayList<>();
        for (Node item : map.list(key)) {
            if (item instanceof ScalarNode s && s.value() instanceof String text) {
                all.add(text);
            }
        }
        return all;
    }

    /** Whether the rule matches whatever is asked, so that none after it is ever reached. */
    boolean isCatchAll() {
        return users.isEmpty()
                && groups.isEmpty()
                && verbs.isEmpty()
                && namespaces.isEmpty()
                && resources.isEmpty()
                && urls.isEmpty();
    }

    boolean matches(AuditRequest request) {
        AuditIdentity who = request.who();
        boolean user = users.isEmpty() || (who.user() != null && users.contains(who.user()));
        boolean group =
                groups.isEmpty() || (who.user() != null && who.groups().stream().anyMatch(groups::contains));
        if (!user || !group || !(verbs.isEmpty() || verbs.contains(request.verb()))) {
            return false;
        }
        if (!namespaces.isEmpty() || !resources.isEmpty()) {
            return request.isForResource()
                    && (namespaces.isEmpty() || namespaces.contains(request.namespace()))
                    && (resources.isEmpty() || resources.stream().anyMatch(r -> r.matches(request)));
        }
        return urls.isEmpty() || (!request.isForResource() && urls.stream().anyMatch(u -> reaches(u, request.path())));
    }

    private static boolean reaches(String pattern, String path) {
        boolean prefix = pattern.endsWith("*") && path.startsWith(pattern.substring(0, pattern.length() - 1));
        return pattern.equals("*") || pattern.equals(path) || prefix;
    }
}
