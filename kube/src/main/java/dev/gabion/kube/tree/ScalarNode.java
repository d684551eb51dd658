package dev.gabion.kube.tree;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A string, integer, float, boolean or null. The value is a {@link String}, {@link Long}, {@link Double},
 * {@link Boolean} or {@code null}; a whole number beyond 64 bits is a {@link Double}, as it is for the API server.
 */
public final class ScalarNode extends Node {
    private final @Nullable Object value;

    public ScalarNode(int start, int end, @Nullable Object value) {
        super(start, end);
        this.value = value;
    }

    /** A value that stands in no file. */
    public static ScalarNode unwritten(@Nullable Object value) {
        return new ScalarNode(NOWHERE, NOWHERE, value);
    }

    public @Nullable Object value() {
        return value;
    }

    public boolean isNull() {
        return value == null;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ScalarNode s && Objects.equals(value, s.value);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value);
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
