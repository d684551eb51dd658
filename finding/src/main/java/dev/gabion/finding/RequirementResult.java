package dev.gabion.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a framework's row came to.
 *
 * @param controls that decide it
 * @param findings fails of those controls
 * @param why what is missing, where the row is undecided, or why it does not apply
 * @param groups headings it stands under, such as the tactics of a technique; none where the framework has none
 */
public record RequirementResult(
        String id,
        String title,
        Verdict verdict,
        List<String> controls,
        long findings,
        @Nullable String why,
        List<String> groups) {

    /** The answer of a row that stands under no heading. */
    public RequirementResult(
            String id, String title, Verdict verdict, List<String> controls, long findings, @Nullable String why) {
        this(id, title, verdict, controls, findings, why, List.of());
    }
}
