package dev.gabion.kube.schema;

import dev.gabion.kube.tree.Excerpt;
import dev.gabion.kube.tree.FieldPath;

/** A field of an object that an API server would refuse, drop or miss. */
public record Flaw(Kind kind, FieldPath path, String message) {
    public Flaw {
        message = Excerpt.message(message);
    }

    /** What is wrong with the field. */
    public enum Kind {
        /** Not a field of this type: refused under strict validation, dropped otherwise. */
        UNKNOWN_FIELD,
        /** A value of another type than the field's: refused. */
        WRONG_TYPE,
        /** A word outside a closed list: refused. */
        UNKNOWN_VALUE,
        /** A field the server demands: refused. */
        MISSING_FIELD;

        /** Whether an API server refuses the object, with strict field validation off. */
        public boolean refused() {
            return this != UNKNOWN_FIELD;
        }
    }
}
