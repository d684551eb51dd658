package dev.gabion.cel.eval;

/**
 * CEL equality: values of different types differ, except numbers, which meet on the number line. Some library types
 * give an error instead. Within lists and maps such an error does not count as a difference, as in the API server; only
 * a value the server would refuse makes the whole comparison fail.
 */
final class Equality {
    private Equality() {}

    /** Whether two values are surely equal. */
    static boolean equal(Object a, Object b, Frame frame) {
        return Boolean.TRUE.equals(compare(a, b, frame));
    }

    /** A boolean or an error. */
    static Object compare(Object a, Object b, Frame frame) {
        if (a instanceof String || a instanceof Boolean) {
            return a.equals(b);
        }
        if (a instanceof Long x && b instanceof Long y) {
            return x.longValue() == y.longValue();
        }
        if (a instanceof NullValue || b instanceof NullValue) {
            return a instanceof NullValue && b instanceof NullValue;
        }
        if (isNumber(a)) {
            return isNumber(b) && !isNaN(a) && !isNaN(b) && compareNumbers(a, b) == 0;
        }
        boolean list = Lists.isList(a);
        if (list || Maps.isMap(a)) {
            return (list ? Lists.isList(b) : Maps.isMap(b)) ? nested(a, b, frame) : false;
        }
        if (a instanceof LibraryValue library) {
            return library.equalTo(b);
        }
        if (a instanceof OptionalValue x) {
            return b instanceof OptionalValue y ? optionals(x, y, frame) : (Object) false;
        }
        return a.equals(b);
    }

    private static Object nested(Object a, Object b, Frame frame) {
        frame.enter();
        try {
            return Lists.isList(a) ? lists(a, b, frame) : maps(a, b, frame);
        } finally {
            frame.leave();
        }
    }

    private static Object optionals(OptionalValue a, OptionalValue b, Frame frame) {
        Object x = a.value();
        Object y = b.value();
        return x == null || y == null ? (Object) (x == null && y == null) : compare(x, y, frame);
    }

    private static Object lists(Object a, Object b, Frame frame) {
        int size = Lists.size(a);
        if (size != Lists.size(b)) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            Object same = item(Lists.get(a, i), Lists.get(b, i), frame);
            if (!Boolean.TRUE.equals(same)) {
                return same;
            }
        }
        return true;
    }

    private static Object maps(Object a, Object b, Frame frame) {
        if (Maps.size(a) != Maps.size(b)) {
            return false;
        }
        for (Object key : Maps.keys(a)) {
            Object left = Maps.get(a, key);
            Object right = Maps.get(b, key);
            Object same = left == null || right == null ? (Object) false : item(left, right, frame);
            if (!Boolean.TRUE.equals(same)) {
                return same;
            }
        }
        return true;
    }

    private static Object item(Object a, Object b, Frame frame) {
        frame.tick();
        if (a instanceof CelError) {
            return a;
        }
        if (b instanceof CelError) {
            return b;
        }
        Object same = compare(a, b, frame);
        boolean differs = Boolean.FALSE.equals(same) || isRefused(same);
        return differs ? same : true;
    }

    private static boolean isRefused(Object value) {
        return value instanceof CelError error && error.kind() == CelError.Kind.REFUSED;
    }

    static boolean isNumber(Object value) {
        return value instanceof Long || value instanceof Double || value instanceof UInt;
    }

    static boolean isNaN(Object value) {
        return value instanceof Double d && Double.isNaN(d);
    }

    /** Order of two numbers, neither NaN. Integers meet doubles as doubles, so large ones can equal their neighbours. */
    static int compareNumbers(Object a, Object b) {
        if (a instanceof Double || b instanceof Double) {
            double x = toDouble(a);
            double y = toDouble(b);
            return x < y ? -1 : x > y ? 1 : 0;
        }
        if (a instanceof Long x) {
            return b instanceof Long y ? Long.compare(x, y) : integers(x, (UInt) b);
        }
        return b instanceof Long y ? -integers(y, (UInt) a) : ((UInt) a).compareTo((UInt) b);
    }

    private static int integers(long a, UInt b) {
        return a < 0 || b.bits() < 0 ? -1 : Long.compare(a, b.bits());
    }

    private static double toDouble(Object number) {
        if (number instanceof Double d) {
            return d;
        }
        return number instanceof Long l ? (double) l : ((UInt) number).toDouble();
    }
}
