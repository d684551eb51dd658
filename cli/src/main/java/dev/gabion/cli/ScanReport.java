package dev.gabion.cli;

import dev.gabion.controls.catalogue.Catalogue;
import dev.gabion.controls.catalogue.Control;
import dev.gabion.controls.engine.ActiveControl;
import dev.gabion.controls.exception.ExceptionBook;
import dev.gabion.controls.framework.Framework;
import dev.gabion.controls.framework.FrameworkEvaluation;
import dev.gabion.controls.framework.Score;
import dev.gabion.controls.framework.Selection;
import dev.gabion.controls.scan.ScanResult;
import dev.gabion.finding.ControlDescription;
import dev.gabion.finding.Diagnostic;
import dev.gabion.finding.ExceptionState;
import dev.gabion.finding.Finding;
import dev.gabion.finding.Finding.BaselineState;
import dev.gabion.finding.FrameworkResult;
import dev.gabion.finding.Report;
import dev.gabion.finding.ReportTarget;
import dev.gabion.finding.Severity;
import dev.gabion.finding.Summary;
import dev.gabion.finding.Tally;
import dev.gabion.finding.baseline.Baseline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the report of a scan out of its result: scores, frameworks, baseline, exceptions, and the exit code. */
final class ScanReport {
    private final Parts parts;
    private final ScanResult result;
    private final Score score;
    private final Report report;
    private final Thresholds.Outcome outcome;

    /** What besides the result goes into a report. */
    record Parts(
            Arguments arguments,
            Catalogue catalogue,
            List<Framework> frameworks,
            Selection selection,
            ExceptionBook exceptions,
            @Nullable Baseline baseline,
            @Nullable Diagnostic configuration) {}

    ScanReport(Parts parts, ScanResult result, Thresholds thresholds) {
        this.parts = parts;
        this.result = result;
        this.score =
                Score.of(result.controls().stream().map(ActiveControl::control).toList(), result.tallies());
        Iterable<Finding> findings =
                parts.baseline == null ? result.findings() : parts.baseline.compare(result.findings());
        Map<Severity, Long> failing = failing();
        Map<Severity, Long> fresh = parts.baseline == null ? failing : fresh(findings);
        Summary summary = summary(failing, fresh);
        this.outcome = thresholds.judge(summary, thresholds.onlyNew() ? fresh : failing, result.namedUnread());
        this.report = new Report(
                Home.version(),
                target(),
                timestamp(),
                diagnostics(),
                controls(),
                findings,
                result.passes(),
                frameworks(),
                parts.exceptions.states(),
                null,
                summary,
                outcome.reason());
    }

    Report report() {
        return report;
    }

    Thresholds.Outcome outcome() {
        return outcome;
    }

    Score score() {
        return score;
    }

    private Map<Severity, Long> failing() {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        for (ActiveControl active : result.controls()) {
            long count = result.failures().getOrDefault(active.control().id(), 0L);
            if (count > 0) {
                counts.merge(active.control().severity(), count, Long::sum);
            }
        }
        return counts;
    }

    private static Map<Severity, Long> fresh(Iterable<Finding> findings) {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        for (Finding finding : findings) {
            if (finding.baseline() == BaselineState.NEW) {
                counts.merge(finding.severity(), 1L, Long::sum);
            }
        }
        return counts;
    }

    private Summary summary(Map<Severity, Long> failing, Map<Severity, Long> fresh) {
        Tally verdicts = new Tally();
        result.tallies().values().forEach(verdicts::add);
        return new Summary(
                result.objects(),
                result.controls().size(),
                verdicts,
                result.findings().size(),
                failing,
                parts.baseline == null
                        ? 0
                        : fresh.values().stream().mapToLong(Long::longValue).sum(),
                result.documentsSeen(),
                result.documentsRead(),
                score.value(),
                score.withoutExceptions());
    }

    private ReportTarget target() {
        String version = parts.arguments.one("kubernetes-version");
        String name = String.join(" ", parts.arguments.rest());
        return new ReportTarget(
                "files", name, version == null ? null : version.startsWith("v") ? version : "v" + version);
    }

    private @Nullable String timestamp() {
        if (!parts.arguments.has("timestamp")) {
            return null;
        }
        String epoch = System.getenv("SOURCE_DATE_EPOCH");
        Instant now = epoch == null ? Instant.now() : Instant.ofEpochSecond(Long.parseLong(epoch));
        return now.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private List<Diagnostic> diagnostics() {
        List<Diagnostic> all = new ArrayList<>(result.diagnostics());
        if (parts.configuration != null) {
            all.add(parts.configuration);
        }
        for (ExceptionState state : parts.exceptions.states()) {
            if (!state.state().equals("active") || !state.note().isEmpty()) {
                all.add(new Diagnostic(
                        state.state().equals("unused") || state.state().equals("active") ? "info" : "warning",
                        "exception" + Character.toUpperCase(state.state().charAt(0))
                                + state.state().substring(1),
                        state.source().substring(0, state.source().lastIndexOf(':')),
                        Integer.parseInt(state.source().substring(state.source().lastIndexOf(':') + 1)),
                        1,
                        "exception " + state.id() + " is " + state.state(),
                        state.note()));
            }
        }
        if (parts.baseline != null) {
            changedControls(parts.baseline, all);
        }
        return all;
    }

    private void changedControls(Baseline baseline, List<Diagnostic> into) {
        for (Map.Entry<String, String> entry : baseline.digests().entrySet()) {
            Control control = parts.catalogue.find(entry.getKey());
            if (control != null && !control.head().digest().equals(entry.getValue())) {
                into.add(new Diagnostic(
                        "info",
                        "controlChanged",
                        "",
                        0,
                        0,
                        "control " + control.id() + " has changed since the baseline was written",
                        "its findings may differ for that reason; write the baseline again when they are settled"));
            }
        }
    }

    private List<ControlDescription> controls() {
        return result.controls().stream()
                .map(a -> a.control().description())
                .sorted(Comparator.comparing(ControlDescription::id))
                .toList();
    }

    private List<FrameworkResult> frameworks() {
        FrameworkEvaluation evaluation =
                new FrameworkEvaluation(result.controls(), result.tallies(), result.failures());
        return parts.frameworks.stream().map(evaluation::evaluate).toList();
    }

    /** Writes the failing findings as a baseline, whole or not at all. */
    void writeBaseline(Path file) throws IOException, UsageException {
        BaselineFile.write(file, report.findings(), result.controls());
    }
}
