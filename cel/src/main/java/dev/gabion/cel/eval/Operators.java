package dev.gabion.cel.eval;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Arithmetic, comparison, membership and size. */
final class Operators {
    private Operators() {}

    static @Nullable Function find(String name, int args) {
        return switch (name) {
            case "_==_" -> (a, f) -> Equality.equal(a[0], a[1]);
            case "_!=_" -> (a, f) -> !Equality.equal(a[0], a[1]);
            case "!_" -> (a, f) -> a[0] instanceof Boolean b ? (Object) !b : CelError.noOverload("!_", a);
            case "_<_" -> (a, f) -> compare("_<_", a, -1, -1);
            case "_<=_" -> (a, f) -> compare("_<=_", a, -1, 0);
            case "_>_" -> (a, f) -> compare("_>_", a, 1, 1);
            case "_>=_" -> (a, f) -> compare("_>=_", a, 0, 1);
            case "_+_" -> (a, f) -> add(a);
            case "_-_" -> (a, f) -> subtract(a);
            case "_*_" -> (a, f) -> Arithmetic.multiply(a);
            case "_/_" -> (a, f) -> Arithmetic.divide(a);
            case "_%_" -> (a, f) -> Arithmetic.modulo(a);
            case "-_" -> (a, f) -> Arithmetic.negate(a);
            case "@in" -> (a, f) -> in(a);
            case "size" -> (a, f) -> size(a);
            default -> null;
        };
    }

    /** Whether the order of the arguments lies between two of -1, 0 and 1; nothing is ordered against NaN. */
    private static Object compare(String function, Object[] args, int from, int to) {
        if (Equality.isNumber(args[0]) && Equality.isNumber(args[1])) {
            if (Equality.isNaN(args[0]) || Equality.isNaN(args[1])) {
                return false;
            }
            int order = Equality.compareNumbers(args[0], args[1]);
            return order >= from && order <= to;
        }
        Integer order = Order.compare(args[0], args[1]);
        return order == null ? CelError.noOverload(function, args) : (Object) (order >= from && order <= to);
    }

    private static Object add(Object[] args) {
        Object left = args[0];
        Object right = args[1];
        if (left instanceof String a && right instanceof String b) {
            return a + b;
        }
        if (Lists.isList(left) && Lists.isList(right)) {
            return Lists.concat(left, right);
        }
        if (left instanceof Bytes a && right instanceof Bytes b) {
            return a.plus(b);
        }
        if (left instanceof Instant || left instanceof Duration) {
            return TimeFunctions.add(args);
        }
        return Arithmetic.add(args);
    }

    private static Object subtract(Object[] args) {
        return args[0] instanceof Instant || args[0] instanceof Duration
                ? TimeFunctions.subtract(args)
                : Arithmetic.subtract(args);
    }

    private static Object in(Object[] args) {
        if (Lists.isList(args[1])) {
            return Membership.contains(args[1], args[0]);
        }
        return Maps.isMap(args[1]) ? (Object) (Maps.get(args[1], args[0]) != null) : CelError.noOverload("@in", args);
    }

    private static Object size(Object[] args) {
        Object value = args[0];
        if (value instanceof String text) {
            return (long) text.codePointCount(0, text.length());
        }
        if (value instanceof Bytes bytes) {
            return (long) bytes.size();
        }
        if (Lists.isList(value)) {
            return (long) Lists.size(value);
        }
        return Maps.isMap(value) ? (Object) (long) Maps.size(value) : CelError.noOverload("size", args);
    }
}
