package dev.gabion.controls.engine;

import dev.gabion.finding.Why;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.MapNode;

/** A check CEL cannot say, behind the same metadata as every control. */
@FunctionalInterface
public interface Check {
    void run(Target target, MapNode params, FactSource facts, Report report);

    /** The facts the control declared under {@code needs}, by name. */
    @FunctionalInterface
    interface FactSource {
        Object get(String need);
    }

    /** Where a check says what it found. Saying nothing is a pass. */
    interface Report {
        /**
         * A field offends.
         *
         * @param path from the object's root
         * @param detail what the control's message prints for {@code ${detail}}
         */
        void offends(FieldPath path, String detail);

        void undecided(FieldPath path, Why why);

        /** The target is none the check is about; said once, and nothing else. */
        void notApplicable(String reason);
    }
}
