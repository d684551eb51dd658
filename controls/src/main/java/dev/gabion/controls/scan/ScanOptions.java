package dev.gabion.controls.scan;

import dev.gabion.kube.read.Limits;
import org.jspecify.annotations.Nullable;

/**
 * How a scan runs.
 *
 * @param namespace objects live in that do not say, or null to leave them unspecified
 * @param workers threads; 0 chooses by the size of the input
 * @param nanosPerControl time limit of a control on a target
 * @param inMemory findings held before they go to disk
 */
public record ScanOptions(
        Limits limits,
        @Nullable String namespace,
        int workers,
        long nanosPerControl,
        boolean includePasses,
        int inMemory) {
    public static final ScanOptions DEFAULT = new ScanOptions(Limits.DEFAULT, null, 0, 2_000_000_000L, false, 100_000);
}
