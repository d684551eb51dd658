package dev.gabion.controls.scan;

import dev.gabion.controls.engine.ActiveControl;
import dev.gabion.finding.Diagnostic;
import dev.gabion.finding.Finding;
import dev.gabion.finding.Pass;
import dev.gabion.finding.SortedStore;
import dev.gabion.finding.Tally;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scan found.
 *
 * @param tallies verdicts by control
 * @param failures failing findings by control
 * @param namedUnread whether an input the user named could not be read
 */
public record ScanResult(
        List<ActiveControl> controls,
        List<Diagnostic> diagnostics,
        SortedStore<Finding> findings,
        @Nullable SortedStore<Pass> passes,
        Map<String, Tally> tallies,
        Map<String, Long> failures,
        long objects,
        long documentsSeen,
        long documentsRead,
        boolean namedUnread)
        implements Closeable {

    @Override
    public void close() throws IOException {
        findings.close();
        if (passes != null) {
            passes.close();
        }
    }
}
