package dev.gabion.cel.eval;

import dev.gabion.kube.quantity.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Kubernetes resource quantities. */
final class QuantityFunctions {
    private QuantityFunctions() {}

    static @Nullable Function find(String name, int args) {
        return switch (name) {
            case "quantity" -> (a, f) -> a[0] instanceof String text ? parse(text) : CelError.noOverload(name, a);
            case "isQuantity" ->
                (a, f) -> a[0] instanceof String text
                        ? (Object) (Quantity.parse(text) != null)
                        : CelError.noOverload(name, a);
            case "sign" ->
                (a, f) -> a[0] instanceof Quantity q ? (Object) (long) q.sign() : CelError.noOverload(name, a);
            case "isInteger" ->
                (a, f) -> a[0] instanceof Quantity q ? (Object) (q.asInteger() != null) : CelError.noOverload(name, a);
            case "asInteger" -> (a, f) -> a[0] instanceof Quantity q ? asInteger(q) : CelError.noOverload(name, a);
            case "asApproximateFloat" ->
                (a, f) -> a[0] instanceof Quantity q ? (Object) q.value().doubleValue() : CelError.noOverload(name, a);
            case "add" -> (a, f) -> combine(name, a, 1);
            case "sub" -> (a, f) -> combine(name, a, -1);
            case "compareTo" -> (a, f) -> compare(name, a, true, 0);
            case "isGreaterThan" -> (a, f) -> compare(name, a, false, 1);
            case "isLessThan" -> (a, f) -> compare(name, a, false, -1);
            default -> null;
        };
    }

    private static Object parse(String text) {
        Quantity quantity = Quantity.parse(text);
        return quantity == null
                ? CelError.conversion("quantities must match the regular expression"
                        + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")
                : quantity;
    }

    private static Object asInteger(Quantity quantity) {
        Long value = quantity.asInteger();
        return value == null ? CelError.conversion("cannot convert value to integer") : value;
    }

    private static Object combine(String name, Object[] args, int sign) {
        if (!(args[0] instanceof Quantity left)) {
            return CelError.noOverload(name, args);
        }
        BigDecimal right = switch (args[1]) {
            case Quantity q -> q.value();
            case Long l -> BigDecimal.valueOf(l);
            default -> null;
        };
        if (right == null) {
            return CelError.noOverload(name, args);
        }
        return Quantity.of(sign > 0 ? left.value().add(right) : left.value().subtract(right));
    }

    private static Object compare(String name, Object[] args, boolean asNumber, int wanted) {
        if (!(args[0] instanceof Quantity left) || !(args[1] instanceof Quantity right)) {
            return CelError.noOverload(name, args);
        }
        int order = Integer.signum(left.compareTo(right));
        return asNumber ? (Object) (long) order : (Object) (order == wanted);
    }
}
