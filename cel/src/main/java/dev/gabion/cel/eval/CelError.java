package dev.gabion.cel.eval;

/**
 * The value of an expression that could not be evaluated. It travels like any other value until a logical operator
 * absorbs it, as in {@code object.missing.x == 1 || true}.
 */
public record CelError(Kind kind, String message) {
    /** The classes of failure the API server's CEL tells apart. */
    public enum Kind {
        NO_SUCH_KEY,
        NO_SUCH_FIELD,
        NO_SUCH_ATTRIBUTE,
        NO_SUCH_OVERLOAD,
        INDEX_OR_RANGE,
        BAD_INDEX_TYPE,
        DIVIDE_BY_ZERO,
        MODULUS_BY_ZERO,
        OVERFLOW,
        /** A value that does not convert; a text that is no regular expression is one too. */
        CONVERSION,
        FORMAT_STRING,
        REGEX,
        OPTIONAL_NONE,
        /** A variable of the policy went over the limit of one expression. */
        COST_LIMIT,
        /** A variable of the policy does not compile. */
        COMPILE,
        /** The value read is one the API server would refuse. */
        REFUSED,
        OTHER
    }

    private static final CelError NO_OVERLOAD = new CelError(Kind.NO_SUCH_OVERLOAD, "no such overload");

    static CelError other(String message) {
        return new CelError(Kind.OTHER, message);
    }

    static CelError noSuchKey(Object key) {
        return new CelError(Kind.NO_SUCH_KEY, "no such key: " + key);
    }

    static CelError noOverload() {
        return NO_OVERLOAD;
    }

    static CelError noOverload(String function, Object... args) {
        StringBuilder types = new StringBuilder();
        for (Object arg : args) {
            types.append(types.isEmpty() ? "" : ", ").append(Types.nameOf(arg));
        }
        return new CelError(Kind.NO_SUCH_OVERLOAD, "no such overload: " + function + "(" + types + ")");
    }

    static CelError overflow() {
        return new CelError(Kind.OVERFLOW, "integer overflow");
    }

    static CelError unsignedOverflow() {
        return new CelError(Kind.OVERFLOW, "unsigned integer overflow");
    }

    static CelError conversion(String message) {
        return new CelError(Kind.CONVERSION, message);
    }

    static CelError conversion(Object from, String to) {
        return conversion("type conversion error from '" + Types.nameOf(from) + "' to '" + to + "'");
    }

    static CelError range(long index) {
        return new CelError(Kind.INDEX_OR_RANGE, "index out of range: " + index);
    }
}
