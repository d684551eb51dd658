package dev.gabion.cel.eval;

import org.jspecify.annotations.Nullable;

/** A value that may be absent: {@code object.?field}. */
public record OptionalValue(@Nullable Object value) {
    static final OptionalValue NONE = new OptionalValue(null);

    static OptionalValue of(Object value) {
        return new OptionalValue(value);
    }

    boolean isPresent() {
        return value != null;
    }

    @Override
    public String toString() {
        return value == null ? "optional.none()" : "optional(" + value + ")";
    }
}
