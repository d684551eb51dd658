package dev.gabion.cel.compile;

import dev.cel.common.types.CelType;

/** Prints types for tests of other packages. */
public final class TypeNames {
    private TypeNames() {}

    public static String format(CelType type) {
        return TypeText.format(type);
    }
}
