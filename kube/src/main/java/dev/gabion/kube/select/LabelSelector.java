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
        List<Requirement> all = new ArrayList<>();
        MapNode labels = map.map("matchLabels");
        if (labels != null) {
            equalities(labels, all);
        }
        ListNode expressions = map.list("matchExpressions");
        for (Node item : expressions) {
            Requirement requirement = item instanceof MapNode expression ? expression(expression) : null;
            if (requirement == null) {
                return refused("an expression has no key, an unknown operator, or values that do not fit it");
            }
            all.add(requirement);
        }
        return of(all);
    }

    /** Reads a plain map of labels, as Services and replication controllers have; an empty one selects nothing. */
    public static LabelSelector ofLabels(@Nullable Node node) {
        if (!(node instanceof MapNode map) || map.size() == 0) {
            return refused("the selector is empty");
        }
        List<Requirement> all = new ArrayList<>();
        equalities(map, all);
        return of(all);
    }

    private static void equalities(MapNode labels, List<Requirement> into) {
        for (int i = 0; i < labels.size(); i++) {
            String value = labels.value(i) instanceof ScalarNode s && s.value() instanceof String text ? text : "";
            into.add(new Requirement(labels.key(i), Operator.IN, List.of(value)));
        }
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
        if (key == null || key.isEmpty() || operator == null) {
            return null;
        }
        List<String> values = new ArrayList<>();
        for (Node value : expression.list("values")) {
            values.add(value instanceof ScalarNode s ? String.valueOf(s.value()) : "");
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
