package dev.gabion.cel.vectors;

import dev.gabion.cel.eval.TestValues;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Compares a value with the way a vector writes it: an object with one key, the type. */
final class AnswerValue {
    private AnswerValue() {}

    static boolean matches(Object value, Node expected) {
        MapNode map = (MapNode) expected;
        String type = map.key(0);
        Node content = map.value(0);
        return switch (type) {
            case "list" -> list(value, (ListNode) content);
            case "map" -> map(value, (ListNode) content);
            case "optional" -> optional(value, content);
            case "quantity" ->
                TestValues.quantity(value) != null
                        && new BigDecimal(text(content)).compareTo(TestValues.quantity(value)) == 0;
            default -> type.equals(TestValues.kind(value)) && text(content).equals(TestValues.text(value));
        };
    }

    private static String text(Node node) {
        return String.valueOf(((ScalarNode) node).value());
    }

    private static boolean list(Object value, ListNode items) {
        List<Object> actual = TestValues.items(value);
        if (actual == null || actual.size() != items.size()) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!matches(actual.get(i), items.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean map(Object value, ListNode pairs) {
        List<Object[]> actual = TestValues.entries(value);
        if (actual == null || actual.size() != pairs.size()) {
            return false;
        }
        List<Object[]> left = new ArrayList<>(actual);
        for (Node pair : pairs) {
            ListNode two = (ListNode) pair;
            if (!left.removeIf(e -> matches(e[0], two.get(0)) && matches(e[1], two.get(1)))) {
                return false;
            }
        }
        return left.isEmpty();
    }

    private static boolean optional(Object value, Node content) {
        if (!TestValues.kind(value).equals("optional")) {
            return false;
        }
        Object inner = TestValues.inner(value);
        boolean none = content instanceof ScalarNode s && s.isNull();
        return none ? inner == null : inner != null && matches(inner, content);
    }
}
