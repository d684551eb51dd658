package dev.gabion.kube.schema;

import dev.gabion.kube.quantity.Quantity;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.RefusedNode;
import dev.gabion.kube.tree.ScalarNode;
import org.jspecify.annotations.Nullable;

/** Which written values the API server's decoder takes for a scalar type. */
final class Scalars {
    private Scalars() {}

    static boolean fits(Node node, FieldType.Scalar type) {
        if (!(node instanceof ScalarNode scalar)) {
            return type == FieldType.Scalar.ANY;
        }
        Object value = scalar.value();
        return switch (type) {
            case ANY -> true;
            case STRING, TIME -> value instanceof String;
            case BYTES -> value instanceof String text && isBase64(text);
            case BOOL -> value instanceof Boolean;
            case INT32 -> value instanceof Long number && number == number.intValue();
            case INT64 -> value instanceof Long;
            case DOUBLE -> value instanceof Long || value instanceof Double;
            case INTSTR -> value instanceof String || (value instanceof Long number && number == number.intValue());
            case QUANTITY -> isQuantity(value);
        };
    }

    /** What Go's decoder makes of a null where it has to make a value. */
    static @Nullable Object zero(FieldType.Scalar type) {
        return switch (type) {
            case STRING, BYTES -> "";
            case BOOL -> false;
            case INT32, INT64, DOUBLE, INTSTR -> 0L;
            case QUANTITY -> "0";
            case TIME, ANY -> null;
        };
    }

    private static boolean isQuantity(@Nullable Object value) {
        return value instanceof Long
                || value instanceof Double
                || (value instanceof String text && Quantity.parse(text) != null);
    }

    /** Standard alphabet, padded, line breaks allowed, as Go's decoder takes it. */
    private static boolean isBase64(String text) {
        int digits = 0;
        int padding = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                continue;
            }
            if (c == '=') {
                padding++;
            } else if (padding == 0 && isBase64Digit(c)) {
                digits++;
            } else {
                return false;
            }
        }
        return (digits + padding) % 4 == 0 && padding <= 2;
    }

    private static boolean isBase64Digit(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }

    static String describe(Node node) {
        return switch (node) {
            case MapNode m -> "map";
            case ListNode l -> "list";
            case RefusedNode r -> describe(r.original());
            case ScalarNode s -> describe(s.value());
        };
    }

    private static String describe(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> "string";
            case Boolean b -> "boolean";
            case Long number -> number == number.intValue() ? "integer" : "integer beyond 32 bits";
            default -> "number";
        };
    }
}
