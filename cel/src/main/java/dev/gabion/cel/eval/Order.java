package dev.gabion.cel.eval;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Order within one type. Strings compare by code point, as their UTF-8 bytes do. */
final class Order {
    private Order() {}

    /** Negative, zero or positive, or null where the two have no order. Numbers of one type only; NaN has no order. */
    static @Nullable Integer compare(Object a, Object b) {
        return switch (a) {
            case String x when b instanceof String y -> strings(x, y);
            case Long x when b instanceof Long y -> Long.compare(x, y);
            case UInt x when b instanceof UInt y -> x.compareTo(y);
            case Double x
            when b instanceof Double y && !Double.isNaN(x) && !Double.isNaN(y) -> Equality.compareNumbers(x, y);
            case Boolean x when b instanceof Boolean y -> Boolean.compare(x, y);
            case Bytes x when b instanceof Bytes y -> x.compareTo(y);
            case Instant x when b instanceof Instant y -> x.compareTo(y);
            case Duration x when b instanceof Duration y -> x.compareTo(y);
            default -> null;
        };
    }

    private static int strings(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean surrogates = Character.isSurrogate(x) != Character.isSurrogate(y);
                return surrogates ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
