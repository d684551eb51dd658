package dev.gabion.cel.eval;

import org.jspecify.annotations.Nullable;

/**
 * A value of a type that is not part of the object tree: a timestamp, a quantity, an address, an authorization check.
 * The evaluator's core knows these types only by this interface, so a library's classes are loaded when an expression
 * makes the first value of its type.
 */
interface LibraryValue {
    /** What {@code type()} calls it. */
    String typeName();

    /** Whether it equals a value that is neither null nor an error: a boolean or an error. */
    Object equalTo(Object other);

    /** Its size in the cost model. */
    default int size() {
        return 1;
    }

    /** Whether {@code optional.ofNonZeroValue} makes nothing of it. */
    default boolean isZero() {
        return false;
    }

    /** The sum with what stands right of it, or null where there is none. */
    default @Nullable Object plus(Object right) {
        return null;
    }

    /** The difference from what stands right of it, or null where there is none. */
    default @Nullable Object minus(Object right) {
        return null;
    }

    /** Negative, zero or positive; null where the two have no order. */
    default @Nullable Integer compareWith(Object other) {
        return null;
    }

    /** The text {@code string()} gives, or null where it refuses. */
    default @Nullable String text() {
        return null;
    }

    /**
     * Runs a member function; {@code args} begin with this value.
     *
     * @return the result or an error, or null where the type has no such function for these arguments
     */
    default @Nullable Object call(String function, Object[] args, Frame frame) {
        return null;
    }
}
