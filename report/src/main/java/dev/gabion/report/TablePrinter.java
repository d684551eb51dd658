package dev.gabion.report;

import dev.gabion.finding.Report;
import dev.gabion.finding.Verdict;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What a person at a terminal reads: failing findings by control, worst first, with the line that offends and the
 * remedy; what could not be decided and why; diagnostics; frameworks; and the figures. Findings are read twice and never
 * held.
 */
final class TablePrinter implements Printer {
    private final PrintOptions options;

    TablePrinter(PrintOptions options) {
        this.options = options;
    }

    @Override
    public void print(Report report, OutputStream out) throws IOException {
        TerminalText terminal = new TerminalText(out, options.width(), options.colour());
        Counts counts = Counts.of(report.findings());
        if (counts.of(Verdict.FAIL) > 0) {
            new TableFindings(report, counts, terminal, options).print();
        }
        TableSections sections = new TableSections(report, terminal, options);
        if (counts.of(Verdict.UNDECIDED) > 0) {
            sections.undecided(counts.of(Verdict.UNDECIDED));
        }
        if (counts.of(Verdict.EXCEPTED) > 0) {
            sections.excepted(counts.of(Verdict.EXCEPTED));
        }
        if (report.changes() != null) {
            sections.changes(report.changes());
        }
        sections.exceptions();
        sections.diagnostics();
        sections.frameworks();
        new TableSummary(report, counts, terminal).print();
        terminal.flush();
    }
}
