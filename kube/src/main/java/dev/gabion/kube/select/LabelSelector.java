package dev.gabion.kube.select;

import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A label selector: all requirements must hold. The empty selector selects everything. A selector that the API server
 * would refuse is {@link #invalid} and selects nothing, never everything.
 */
public final class LabelSelector {
    /** Selects everything. */
    public static final LabelSelector EVERYTHING = new LabelSelector(List.of(), null);

    private final List<Requirement> requirements;
    private final @Nullable String fault;

    /** How a requirement compares the label's value. */
    public enum Operator {
        IN,
        NOT_IN,
        EXISTS,
        DOES_NOT_EXIST,
        GREATER,
        LESS
    }

    /** One condition on one label key. */
    public record Requirement(String key, Operator operator, List<String> values) {
        boolean holds(@Nullable String value) {
            return switch (operator) {
                case IN -> value != null && values.contains(value);
                case NOT_IN -> value == null || !values.contains(value);
                case EXISTS -> value != null;
                case DOES_NOT_EXIST -> value == null;
                case GREATER -> compare(value) > 0;
                case LESS -> compare(value) < 0;
            };
        }

        private int compare(@Nullable String value) {
            try {
                return value == null ? 0 : Long.compare(Long.parseLong(value), Long.parseLong(values.getFirst()));
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }

    private LabelSelector(List<Requirement> requirements, @Nullable String fault) {
        this.requirements = List.copyOf(requirements);
        this.fault = fault;
    }

    static LabelSelector of(List<Requirement> requirements) {
        return requirements.isEmpty() ? EVERYTHING : new LabelSelector(requirements, null);
    }

    static LabelSelector refused(String fault) {
        return new LabelSelector(List.of(), fault);
    }

    /** Reads {@code matchLabels} and {@code matchExpressions}; null selects nothing. */
    public static LabelSelector of(@Nullable Node node) {
        if (!(node instanceof MapNode map)) {
            return refused("the selector is absent");
        }
        Node labels = written(map, "matchLabels");
        Node expressions = written(map, "matchExpressions");
        if (!(labels == null || labels instanceof MapNode)) {
            return refused("matchLabels is not a map");
        }
        if (!(expressions == null || expressions instanceof ListNode)) {
            return refused("matchExpressions is not a list");
        }
        List<Requirement> all = new ArrayList<>();
        if (labels instanceof MapNode pairs && !equalities(pairs, all)) {
            return refused("matchLabels has a key or value that no label can have");
        }
        for (Node item : map.list("matchExpressions")) {
            Requirement requirement = item instanceof MapNode expression ? expression(expression) : null;
            if (requirement == null) {
                return refused("an expression has no key, an unknown operator, or values that do not fit it");
            }
            all.add(requirement);
        }
        return of(all);
    }

    /** The value of a key; a null counts as absent. */
    private static @Nullable Node written(MapNode map, String key) {
        Node node = map.get(key);
        return node instanceof ScalarNode s && s.isNull() ? null : node;
    }

    /** Reads a plain map of labels, as Services and replication controllers have; an empty one selects nothing. */
    public static LabelSelector ofLabels(@Nullable Node node) {
        if (!(node instanceof MapNode map) || map.size() == 0) {
            return refused("the selector is empty");
        }
        List<Requirement> all = new ArrayList<>();
        return equalities(map, all) ? of(all) : refused("the selector has a key or value that no label can have");
    }

    /** Adds a requirement for each label; false where one is refused. */
    private static boolean equalities(MapNode labels, List<Requirement> into) {
        for (int i = 0; i < labels.size(); i++) {
            String value = text(labels.value(i));
            if (value == null || !LabelSyntax.isKey(labels.key(i)) || !LabelSyntax.isValue(value)) {
                return false;
            }
            into.add(new Requirement(labels.key(i), Operator.IN, List.of(value)));
        }
        return true;
    }

    /** The text of a label value, where a null means the empty one; null for what is no text. */
    private static @Nullable String text(Node node) {
        return switch (node) {
            case ScalarNode s when s.isNull() -> "";
            case ScalarNode s when s.value() instanceof String text -> text;
            default -> null;
        };
    }

    private static @Nullable Requirement expression(MapNode expression) {
        String key = expression.string("key");
        Operator operator = switch (expression.string("operator")) {
            case "In" -> Operator.IN;
            case "NotIn" -> Operator.NOT_IN;
            case "Exists" -> Operator.EXISTS;
            case "DoesNotExist" -> Operator.DOES_NOT_EXIST;
            case null, default -> null;
        };
        if (key == null || !LabelSyntax.isKey(key) || operator == null) {
            return null;
        }
        List<String> values = new ArrayList<>();
        for (Node value : expression.list("values")) {
            String text = text(value);
            if (text == null || !LabelSyntax.isValue(text)) {
                return null;
            }
            values.add(text);
        }
        boolean wantsValues = operator == Operator.IN || operator == Operator.NOT_IN;
        return wantsValues == values.isEmpty() ? null : new Requirement(key, operator, List.copyOf(values));
    }

    /** Why the API server refuses this selector, or null. */
    public @Nullable String fault() {
        return fault;
    }

    public boolean invalid() {
        return fault != null;
    }

    public boolean selectsEverything() {
        return fault == null && requirements.isEmpty();
    }

    public List<Requirement> requirements() {
        return requirements;
    }

    /** Whether labels, looked up by key, are selected. */
    public boolean matches(Function<String, @Nullable String> label) {
        if (fault != null) {
            return false;
        }
        for (Requirement requirement : requirements) {
            if (!requirement.holds(label.apply(requirement.key()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a map of labels is selected; null is a map without entries. */
    public boolean matches(@Nullable MapNode labels) {
        return matches(key -> labels == null ? null : labels.string(key));
    }
}
