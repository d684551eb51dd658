package dev.gabion.cel.eval;

import org.jspecify.annotations.Nullable;

/** A value with named fields that is not a map: the request, the namespace, the policy's variables. */
public interface StructValue {
    /** The field's value, an error, or null where the type has no such field. */
    @Nullable
    Object field(String name, Frame frame);

    /** Whether the field is set. */
    boolean has(String name);

    /** What {@code has()} answers: a boolean, or an error where the field must be computed first and fails. */
    default Object presence(String name, Frame frame) {
        return has(name);
    }

    /** Whether a name it lacks is an error of the type rather than a missing key. */
    default boolean hasFixedFields() {
        return true;
    }

    /** What {@code type()} calls it. */
    String typeName();
}
