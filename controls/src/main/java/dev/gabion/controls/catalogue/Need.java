package dev.gabion.controls.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A fact a control cannot do without.
 *
 * @param kind of the objects, for {@code objects.KIND}; else null
 */
public record Need(ControlVariable fact, @Nullable String kind) {
    /** Reads {@code limitRanges} or {@code objects.Role}; null where it names no fact. */
    public static @Nullable Need of(String text) {
        int dot = text.indexOf('.');
        ControlVariable fact = ControlVariable.of(dot < 0 ? text : text.substring(0, dot));
        if (fact == null || !fact.isFact() || (fact == ControlVariable.OBJECTS) == (dot < 0)) {
            return null;
        }
        return new Need(fact, dot < 0 ? null : text.substring(dot + 1));
    }

    @Override
    public String toString() {
        return kind == null ? fact.variable() : fact.variable() + "." + kind;
    }
}
