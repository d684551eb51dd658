package dev.gabion.cel.eval;

import org.jspecify.annotations.Nullable;

/** Order of values. Strings compare by code point, as their UTF-8 bytes do; numbers of every type on the number line. */
final class Order {
    private Order() {}

    /** -1, 0 or 1, or null where the two have no order; NaN has none with anything. */
    static @Nullable Integer compare(Object a, Object b) {
        if (Equality.isNumber(a)) {
            return !Equality.isNumber(b) || Equality.isNaN(a) || Equality.isNaN(b)
                    ? null
                    : Integer.valueOf(Equality.compareNumbers(a, b));
        }
        if (a instanceof String x) {
            return b instanceof String y ? Integer.valueOf(strings(x, y)) : null;
        }
        if (a instanceof Boolean x) {
            return b instanceof Boolean y ? Integer.valueOf(Boolean.compare(x, y)) : null;
        }
        if (a instanceof Bytes x) {
            return b instanceof Bytes y ? Integer.valueOf(Integer.signum(x.compareTo(y))) : null;
        }
        Integer order = a instanceof LibraryValue x ? x.compareWith(b) : null;
        return order == null ? null : Integer.valueOf(Integer.signum(order));
    }

    /** Whether values of its type can be compared with each other. */
    static boolean isComparable(Object value) {
        return value instanceof Double || compare(value, value) != null;
    }

    private static int strings(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean surrogates = Character.isSurrogate(x) != Character.isSurrogate(y);
                return surrogates ? (Character.isSurrogate(x) ? 1 : -1) : (x < y ? -1 : 1);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
