package dev.gabion.controls.component;

import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.RefusedNode;
import dev.gabion.kube.tree.ScalarNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The environment of a container, and the expansion of {@code $(NAME)} in its command. Source: Kubernetes,
 * "Define dependent environment variables": {@code $$} escapes, an unknown name stays as written.
 */
final class Variables {
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final boolean fromElsewhere;

    /**
     * A variable's value.
     *
     * @param place its entry, from the container
     * @param unknown what is missing to know it, or null
     */
    record Value(String text, FieldPath place, @Nullable String unknown) {}

    Variables(MapNode container) {
        ListNode env = container.list("env");
        for (int i = 0; i < env.size(); i++) {
            if (env.get(i) instanceof MapNode entry && entry.string("name") != null) {
                String name = String.valueOf(entry.string("name"));
                values.put(name, value(entry, name, FieldPath.keys("env").item(i)));
            }
        }
        this.fromElsewhere = container.list("envFrom").size() > 0;
    }

    private Value value(MapNode entry, String name, FieldPath place) {
        if (entry.has("valueFrom")) {
            return new Value("$(" + name + ")", place, "the value of the environment variable " + name);
        }
        String text = entry.get("value") instanceof ScalarNode s && !s.isNull() ? String.valueOf(s.value()) : "";
        Expanded expanded = expand(text);
        return new Value(expanded.text, place, expanded.unknown);
    }

    Map<String, Value> all() {
        return values;
    }

    /** A variable of the environment; null where the container itself does not set it. */
    @Nullable
    Value get(String name) {
        return values.get(name);
    }

    /** Whether a ConfigMap or Secret adds variables the object does not show. */
    boolean isOpen() {
        return fromElsewhere;
    }

    /** Text after expansion, and what was missing for it. */
    record Expanded(String text, @Nullable String unknown) {}

    /** The text of a list item; numbers a server would refuse count as written. */
    static String text(Node item) {
        Node node = item instanceof RefusedNode refused ? refused.original() : item;
        return node instanceof ScalarNode s && !s.isNull() ? String.valueOf(s.value()) : "";
    }

    Expanded expand(String text) {
        if (text.indexOf('$') < 0) {
            return new Expanded(text, null);
        }
        StringBuilder out = new StringBuilder();
        String unknown = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            int close = next == '(' ? text.indexOf(')', i) : -1;
            if (c != '$' || (next != '$' && close < 0)) {
                out.append(c);
            } else if (next == '$') {
                out.append('$');
                i++;
            } else {
                String name = text.substring(i + 2, close);
                Value value = values.get(name);
                out.append(value == null ? text.substring(i, close + 1) : value.text);
                unknown = unknown == null ? missing(name, value) : unknown;
                i = close;
            }
        }
        return new Expanded(out.toString(), unknown);
    }

    private @Nullable String missing(String name, @Nullable Value value) {
        if (value != null) {
            return value.unknown;
        }
        return fromElsewhere ? "the environment variable " + name + " from envFrom" : null;
    }
}
