package dev.gabion.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a framework's row came to.
 *
 * @param controls that decide it
 * @param findings fails of those controls
 * @param why what is missing, where the row is undecided, or why it does not apply
 */
public record RequirementResult(
        String id,
        String title,
        Verdict verdict,
        List<String> controls,
        long findings,
        @Nullable String why) {}
