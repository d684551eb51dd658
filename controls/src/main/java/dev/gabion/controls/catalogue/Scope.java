package dev.gabion.controls.catalogue;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a control looks at once per evaluation. */
public enum Scope {
    /** Every matched object. */
    OBJECT,
    /** The pod spec of every workload. */
    POD,
    /** Every container of every workload: init, ordinary, ephemeral. */
    CONTAINER,
    /** Every namespace, with what was collected in it. */
    NAMESPACE,
    /** The input as a whole. */
    CLUSTER;

    private final String word = name().toLowerCase(Locale.ROOT);

    public String word() {
        return word;
    }

    /** Whether the control runs on workloads. */
    public boolean ofWorkloads() {
        return this == POD || this == CONTAINER;
    }

    /** The scope of a word, or null. */
    public static @Nullable Scope of(String word) {
        for (Scope scope : values()) {
            if (scope.word.equals(word)) {
                return scope;
            }
        }
        return null;
    }
}
