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
        CONVERSION,
        FORMAT_STRING,
        REGEX,
        OPTIONAL_NONE,
        /** The value read is one the API server would refuse. */
        REFUSED,
        OTHER
    }

    static CelError noSuchKey(Object key) {
        return new CelError(Kind.NO_SUCH_KEY, "no such key: " + key);
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

    static CelError conversion(String message) {
        return new CelError(Kind.CONVERSION, message);
    }
}
