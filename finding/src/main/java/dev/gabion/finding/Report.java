package dev.gabion.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a printer prints. Findings and passes are read in order, possibly from disk, and can be read again.
 *
 * @param timestamp in RFC 3339, or null: reports carry no time unless asked
 * @param changes what an earlier report found and this one does not; null where there was nothing to compare with
 * @param verdict what the run came to, one sentence, with the remedy
 */
public record Report(
        String toolVersion,
        ReportTarget target,
        @Nullable String timestamp,
        List<Diagnostic> diagnostics,
        List<ControlDescription> controls,
        Iterable<Finding> findings,
        @Nullable Iterable<Pass> passes,
        List<FrameworkResult> frameworks,
        List<ExceptionState> exceptions,
        @Nullable Changes changes,
        Summary summary,
        String verdict) {}
