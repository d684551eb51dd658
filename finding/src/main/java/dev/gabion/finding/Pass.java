package dev.gabion.finding;

import org.jspecify.annotations.Nullable;

/**
 * A pass or notApplicable verdict, for reports that want them all.
 *
 * @param reason why a control does not apply; null for a pass
 */
public record Pass(
        String control,
        ObjectReference object,
        String file,
        int document,
        @Nullable String reason) {
    public Verdict verdict() {
        return reason == null ? Verdict.PASS : Verdict.NOT_APPLICABLE;
    }
}
