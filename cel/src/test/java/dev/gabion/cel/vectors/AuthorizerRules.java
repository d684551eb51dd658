package dev.gabion.cel.vectors;

import dev.gabion.cel.eval.Authorizer;
import dev.gabion.kube.select.LabelSelector;
import dev.gabion.kube.select.SelectorText;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The authorizer of a vector: the first rule all of whose fields fit decides. */
record AuthorizerRules(ListNode rules, String user) implements Authorizer {
    @Override
    public Decision decide(Query query) {
        for (Node node : rules) {
            MapNode rule = (MapNode) node;
            if (matches(rule, query)) {
                Effect effect = switch (String.valueOf(rule.string("decision"))) {
                    case "allow" -> Effect.ALLOW;
                    case "deny" -> Effect.DENY;
                    default -> Effect.NO_OPINION;
                };
                String reason = rule.string("reason");
                return new Decision(effect, reason == null ? "" : reason, rule.string("error"));
            }
        }
        return new Decision(Effect.NO_OPINION, "", null);
    }

    private boolean matches(MapNode rule, Query query) {
        Resource resource = query.resource();
        boolean forPath = rule.has("path");
        boolean forResource = rule.has("group") || rule.has("resource");
        if (resource == null ? forResource : forPath) {
            return false;
        }
        boolean common = fits(rule, "user", query.user() == null ? user : query.user())
                && fits(rule, "verb", query.verb())
                && fits(rule, "path", query.path());
        return common
                && (resource == null
                        || (fits(rule, "group", resource.group())
                                && fits(rule, "resource", resource.resource())
                                && fits(rule, "subresource", resource.subresource())
                                && fits(rule, "namespace", resource.namespace())
                                && fits(rule, "name", resource.name())
                                && fits(rule, "fieldSelector", fields(resource.fieldSelector()))
                                && fits(rule, "labelSelector", labels(resource.labelSelector()))));
    }

    private static boolean fits(MapNode rule, String key, @Nullable String value) {
        String wanted = rule.string(key);
        return wanted == null || wanted.equals("*") || wanted.equals(value);
    }

    private static String fields(String selector) {
        List<String> terms = new ArrayList<>();
        for (String term : selector.split(",", -1)) {
            if (!term.isEmpty()) {
                if (!term.contains("=")) {
                    return "error";
                }
                terms.add(term.replace("==", "="));
            }
        }
        return String.join(",", terms);
    }

    private static String labels(String selector) {
        try {
            List<String> terms = new ArrayList<>();
            for (LabelSelector.Requirement r : SelectorText.parse(selector).requirements()) {
                String values = String.join(",", r.values());
                terms.add(
                        switch (r.operator()) {
                            case IN ->
                                r.values().size() == 1 ? r.key() + "=" + values : r.key() + " in (" + values + ")";
                            case NOT_IN ->
                                r.values().size() == 1 ? r.key() + "!=" + values : r.key() + " notin (" + values + ")";
                            case EXISTS -> r.key();
                            case DOES_NOT_EXIST -> "!" + r.key();
                            case GREATER -> r.key() + ">" + values;
                            case LESS -> r.key() + "<" + values;
                        });
            }
            terms.sort(String::compareTo);
            return String.join(",", terms);
        } catch (IllegalArgumentException e) {
            return "error";
        }
    }
}
