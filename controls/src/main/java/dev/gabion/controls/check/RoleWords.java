package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules whose words match no request: a resource in the singular, under a short name, in another case or in the wrong
 * API group, a group with a version, a verb in capitals. Silent where a group is not one of Kubernetes itself, for
 * nobody knows its resources. Source: RBAC specification, section 2.3; rulings, section 2.10.
 */
final class RoleWords implements Check {
    private static final Set<String> VERBS = Set.of(
            "get",
            "list",
            "watch",
            "create",
            "update",
            "patch",
            "delete",
            "deletecollection",
            "bind",
            "escalate",
            "impersonate",
            "approve",
            "sign",
            "use");
    private static final Set<String> IMPERSONATED = Set.of("users", "groups");
    private static final Set<String> BINDINGS = Set.of("rolebindings", "clusterrolebindings");

    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        Vocabulary vocabulary = Vocabulary.of(params);
        ListNode rules = target.root().list("rules");
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i) instanceof MapNode rule) {
                FieldPath at = FieldPath.keys("rules").item(i);
                List<String> groups = words(rule.list("apiGroups"));
                List<String> verbs = words(rule.list("verbs"));
                groups(groups, at, report);
                verbs(verbs, at, report);
                resources(words(rule.list("resources")), groups, verbs, vocabulary, at, report);
            }
        }
    }

    private static void groups(List<String> groups, FieldPath rule, Report report) {
        for (int i = 0; i < groups.size(); i++) {
            String group = groups.get(i);
            String meant = group.equals("core") || group.equals("v1") ? "" : group.replaceFirst("/v[0-9].*$", "");
            if (!meant.equals(group)) {
                String text = "no API group is called \"" + group + "\"; the right would be in \"" + meant + "\"";
                report.offends(rule.key("apiGroups").item(i), text);
            }
        }
    }

    private static void verbs(List<String> verbs, FieldPath rule, Report report) {
        for (int i = 0; i < verbs.size(); i++) {
            String lower = verbs.get(i).toLowerCase(Locale.ROOT);
            if (!lower.equals(verbs.get(i)) && VERBS.contains(lower)) {
                String text = "\"" + verbs.get(i) + "\" is no verb; the right would be " + lower;
                report.offends(rule.key("verbs").item(i), text);
            }
        }
    }

    private static void resources(
            List<String> resources,
            List<String> groups,
            List<String> verbs,
            Vocabulary vocabulary,
            FieldPath rule,
            Report report) {
        for (int i = 0; i < resources.size(); i++) {
            String fault = fault(resources.get(i), groups, verbs, vocabulary);
            if (fault != null) {
                report.offends(rule.key("resources").item(i), fault);
            }
        }
    }

    private static @Nullable String fault(
            String resource, List<String> groups, List<String> verbs, Vocabulary vocabulary) {
        int slash = resource.indexOf('/');
        String base = slash < 0 ? resource : resource.substring(0, slash);
        if (base.equals("*") || !vocabulary.knowsAll(groups)) {
            return null;
        }
        if (slash >= 0 && resource.endsWith("/*") && vocabulary.serves(groups, base)) {
            return "\"" + resource + "\" covers no subresource; they would have to be named";
        }
        if (slash < 0 && BINDINGS.contains(base) && isOnly(verbs, "bind", "escalate")) {
            return String.join(", ", verbs) + " on " + base + " is never asked; the right is on the roles";
        }
        if (IMPERSONATED.contains(base) && groups.contains("")) {
            boolean used = verbs.contains("impersonate") || verbs.contains("*");
            return used ? null : base + " are no objects of the cluster; only impersonate is asked of them";
        }
        if (vocabulary.serves(groups, base)) {
            return null;
        }
        String meant = vocabulary.meant(base);
        return meant == null
                ? null
                : "\"" + resource + "\" is no resource of " + named(groups) + "; the right would be "
                        + String.join(", ", verbs) + " on " + meant;
    }

    private static boolean isOnly(List<String> verbs, String... allowed) {
        return !verbs.isEmpty() && List.of(allowed).containsAll(verbs);
    }

    private static String named(List<String> groups) {
        List<String> names =
                groups.stream().map(g -> g.isEmpty() ? "the core group" : g).toList();
        return String.join(", ", names);
    }

    private static List<String> words(ListNode list) {
        List<String> words = new ArrayList<>();
        for (Node item : list) {
            words.add(item instanceof ScalarNode s && s.value() instanceof String text ? text : "");
        }
        return words;
    }

    /** Resources of Kubernetes by API group, and the other words people write for them. */
    private record Vocabulary(Map<String, Set<String>> byGroup, Map<String, String> meant) {
        static Vocabulary of(MapNode params) {
            Map<String, Set<String>> byGroup = new HashMap<>();
            Map<String, String> meant = new HashMap<>();
            MapNode table = params.map("resources") == null ? MapNode.EMPTY : params.map("resources");
            for (String group : table.keys()) {
                List<String> lines = words(table.list(group));
                byGroup.put(
                        group,
                        Set.copyOf(lines.stream().map(l -> l.split(" ", 2)[0]).toList()));
                for (String line : lines) {
                    String plural = line.split(" ", 2)[0];
                    String full = group.isEmpty() ? plural : plural + "." + group;
                    for (String word : line.split(" ", -1)) {
                        meant.putIfAbsent(word, full);
                    }
                }
            }
            return new Vocabulary(byGroup, meant);
        }

        boolean knowsAll(List<String> groups) {
            return !groups.isEmpty() && groups.stream().allMatch(g -> g.equals("*") || byGroup.containsKey(g));
        }

        boolean serves(List<String> groups, String plural) {
            for (String group : groups) {
                boolean anywhere =
                        group.equals("*") && byGroup.values().stream().anyMatch(all -> all.contains(plural));
                if (anywhere || byGroup.getOrDefault(group, Set.of()).contains(plural)) {
                    return true;
                }
            }
            return false;
        }

        @Nullable
        String meant(String word) {
            return meant.get(word.toLowerCase(Locale.ROOT));
        }
    }
}
