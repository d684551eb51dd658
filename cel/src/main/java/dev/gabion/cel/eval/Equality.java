package dev.gabion.cel.eval;

import java.math.BigDecimal;

/** CEL equality: values of different types differ, except numbers, which meet on the number line. */
final class Equality {
    private Equality() {}

    static boolean equal(Object a, Object b) {
        if (a instanceof String || a instanceof Boolean) {
            return a.equals(b);
        }
        if (a instanceof Long x && b instanceof Long y) {
            return x.longValue() == y.longValue();
        }
        if (isNumber(a) && isNumber(b)) {
            return !isNaN(a) && !isNaN(b) && compareNumbers(a, b) == 0;
        }
        if (Lists.isList(a)) {
            return Lists.isList(b) && listsEqual(a, b);
        }
        if (Maps.isMap(a)) {
            return Maps.isMap(b) && mapsEqual(a, b);
        }
        if (a instanceof OptionalValue(Object x) && b instanceof OptionalValue(Object y)) {
            return x == null ? y == null : y != null && equal(x, y);
        }
        return a.equals(b);
    }

    private static boolean listsEqual(Object a, Object b) {
        int size = Lists.size(a);
        if (size != Lists.size(b)) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (!equal(Lists.get(a, i), Lists.get(b, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean mapsEqual(Object a, Object b) {
        if (Maps.size(a) != Maps.size(b)) {
            return false;
        }
        for (Object key : Maps.keys(a)) {
            Object left = Maps.get(a, key);
            Object right = Maps.get(b, key);
            if (left == null || right == null || !equal(left, right)) {
                return false;
            }
        }
        return true;
    }

    static boolean isNumber(Object value) {
        return value instanceof Long || value instanceof Double || value instanceof UInt;
    }

    static boolean isNaN(Object value) {
        return value instanceof Double d && Double.isNaN(d);
    }

    /** Order on the number line; neither may be NaN. */
    static int compareNumbers(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (a instanceof UInt x && b instanceof UInt y) {
            return x.compareTo(y);
        }
        if (a instanceof Double x && b instanceof Double y) {
            return x < y ? -1 : x > y ? 1 : 0;
        }
        if (a instanceof Double x && Double.isInfinite(x)) {
            return x > 0 ? 1 : -1;
        }
        if (b instanceof Double y && Double.isInfinite(y)) {
            return y > 0 ? -1 : 1;
        }
        return exact(a).compareTo(exact(b));
    }

    private static BigDecimal exact(Object number) {
        return switch (number) {
            case Long l -> BigDecimal.valueOf(l);
            case UInt u -> u.exact();
            case Double d -> new BigDecimal(d);
            default -> throw new IllegalArgumentException("not a number: " + number);
        };
    }
}
