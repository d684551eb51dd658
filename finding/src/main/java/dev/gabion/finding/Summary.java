package dev.gabion.finding;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a report.
 *
 * @param controls that were on
 * @param verdicts of controls on objects
 * @param findings of all verdicts, one a field path
 * @param severities of failing findings
 * @param newFindings failing ones that an earlier report does not have
 * @param documentsSeen input documents there were
 * @param documentsRead those of them that could be read
 * @param score 0 to 100, or null where nothing was evaluated
 */
public record Summary(
        long objects,
        int controls,
        Tally verdicts,
        long findings,
        Map<Severity, Long> severities,
        long newFindings,
        long documentsSeen,
        long documentsRead,
        @Nullable Double score,
        @Nullable Double scoreWithoutExceptions) {

    /** Share of verdicts that could be decided; 1 where there were none. */
    public double verdictCoverage() {
        long evaluated = verdicts.evaluated();
        return evaluated == 0 ? 1 : (double) verdicts.decided() / evaluated;
    }

    /** Share of input documents that were read; 1 where there were none. */
    public double inputCoverage() {
        return documentsSeen == 0 ? 1 : (double) documentsRead / documentsSeen;
    }

    /** The smaller of the two coverages. */
    public double coverage() {
        return Math.min(verdictCoverage(), inputCoverage());
    }
}
