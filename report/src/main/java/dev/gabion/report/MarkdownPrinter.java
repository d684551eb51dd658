package dev.gabion.report;

import dev.gabion.finding.Changes;
import dev.gabion.finding.Diagnostic;
import dev.gabion.finding.Finding;
import dev.gabion.finding.Finding.BaselineState;
import dev.gabion.finding.FrameworkResult;
import dev.gabion.finding.Report;
import dev.gabion.finding.RequirementResult;
import dev.gabion.finding.Severity;
import dev.gabion.finding.Summary;
import dev.gabion.finding.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A comment for a pull request: the figures, what is new and resolved, the worst findings; the rest is counted. */
final class MarkdownPrinter implements Printer {
    /** Hosts take 65,536 characters. */
    static final int LONGEST = 64_000;

    /** Room kept for the lines that count what did not fit. */
    private static final int RESERVE = 4_000;

    private static final int ROWS = 30;
    private static final int FEW_ROWS = 10;
    private static final int CELL = 300;

    @Override
    public void print(Report report, OutputStream out) throws IOException {
        out.write(new Page(report).text().getBytes(StandardCharsets.UTF_8));
    }

    private static final class Page {
        private final Report report;
        private final Counts counts;
        private final StringBuilder out = new StringBuilder();

        Page(Report report) {
            this.report = report;
            this.counts = Counts.of(report.findings());
        }

        String text() {
            out.append("## Gabion: ")
                    .append(Figures.count(counts.of(Verdict.FAIL), "failing finding"))
                    .append("\n\nTarget ")
                    .append(MarkdownText.code(report.target().name(), CELL));
            if (!report.verdict().isEmpty()) {
                out.append(": ").append(MarkdownText.cell(Visible.prose(report.verdict()), 2 * CELL));
            }
            out.append("\n\n");
            figures();
            account(report.summary());
            failing();
            undecided();
            excepted();
            diagnostics();
            frameworks();
            return out.toString();
        }

        private void figures() {
            out.append("| findings |");
            for (Severity severity : Severity.values()) {
                out.append(' ').append(severity.word()).append(" |");
            }
            out.append(" all |\n|---|---:|---:|---:|---:|---:|---:|\n");
            row("failing", Verdict.FAIL);
            if (report.changes() != null) {
                out.append("| failing, new |");
                for (Severity severity : Severity.values()) {
                    out.append(' ').append(counts.added(severity)).append(" |");
                }
                out.append(' ').append(counts.added()).append(" |\n");
            }
            row("undecided", Verdict.UNDECIDED);
            row("excepted", Verdict.EXCEPTED);
        }

        private void row(String name, Verdict verdict) {
            out.append("| ").append(name).append(" |");
            for (Severity severity : Severity.values()) {
                out.append(' ').append(counts.of(verdict, severity)).append(" |");
            }
            out.append(' ').append(counts.of(verdict)).append(" |\n");
        }

        private void account(Summary s) {
            out.append('\n')
                    .append(Figures.count(s.objects(), "object"))
                    .append(", ")
                    .append(Figures.count(s.controls(), "control"))
                    .append(". Verdicts: ")
                    .append(SummaryText.verdicts(s))
                    .append(". Coverage ")
                    .append(SummaryText.coverage(s))
                    .append(". Score ")
                    .append(SummaryText.score(s))
                    .append('.');
            if (!report.exceptions().isEmpty()) {
                out.append(" Exceptions: ")
                        .append(SummaryText.exceptions(report.exceptions()))
                        .append('.');
            }
            Changes changes = report.changes();
            if (changes != null) {
                out.append(" Compared with the baseline: ")
                        .append(SummaryText.changes(counts, changes))
                        .append('.');
            }
            out.append('\n');
        }

        private void failing() {
            Changes changes = report.changes();
            if (changes == null) {
                findings("Failing", report.findings(), null, counts.of(Verdict.FAIL));
                return;
            }
            findings("New", report.findings(), BaselineState.NEW, counts.added());
            findings("Resolved", changes.resolved(), null, Counts.count(changes.resolved()));
        }

        /** Failing findings, those of one state only where a state is given. */
        private void findings(String title, Iterable<Finding> findings, @Nullable BaselineState state, long number) {
            if (number == 0) {
                return;
            }
            heading(title, number);
            out.append("| severity | control | where | object | message |\n|---|---|---|---|---|\n");
            int rows = 0;
            for (Finding finding : findings) {
                if (finding.verdict() == Verdict.FAIL && (state == null || finding.baseline() == state)) {
                    String row = row(finding);
                    if (rows == ROWS || !fits(row)) {
                        break;
                    }
                    out.append(row);
                    rows++;
                }
            }
            rest(number - rows);
        }

        private static String row(Finding f) {
            String where = DiagnosticText.place(
                    f.place().file(), f.place().line(), f.place().column());
            String object = f.container() == null ? f.object().toString() : f.object() + ", container " + f.container();
            return "| " + f.severity().word() + " | " + MarkdownText.cell(f.control(), CELL) + " | "
                    + MarkdownText.code(where.isEmpty() ? f.path() : where, CELL) + " | "
                    + MarkdownText.code(object, CELL) + " | " + MarkdownText.cell(f.message(), CELL) + " |\n";
        }

        private void undecided() {
            long number = counts.of(Verdict.UNDECIDED);
            if (number == 0) {
                return;
            }
            heading("Undecided", number);
            Folds folds = Folds.undecided(report.findings(), 1);
            folds(folds, number);
        }

        private void excepted() {
            long number = counts.of(Verdict.EXCEPTED);
            if (number == 0) {
                return;
            }
            heading("Excepted", number);
            folds(Folds.excepted(report.findings(), report.exceptions(), 1), number);
        }

        private void folds(Folds folds, long number) {
            long told = 0;
            int rows = 0;
            for (Folds.Fold fold : folds.all()) {
                String row = "- " + fold.count() + ": " + MarkdownText.cell(fold.title(), CELL) + '\n';
                if (rows == FEW_ROWS || !fits(row)) {
                    break;
                }
                out.append(row);
                rows++;
                told += fold.count();
            }
            rest(number - told);
        }

        private void diagnostics() {
            if (report.diagnostics().isEmpty()) {
                return;
            }
            heading("Diagnostics", report.diagnostics().size());
            int rows = 0;
            for (Diagnostic d : report.diagnostics()) {
                String place = DiagnosticText.place(d);
                String row = "- " + d.level() + (place.isEmpty() ? "" : " " + MarkdownText.code(place, CELL)) + " "
                        + MarkdownText.cell(d.message(), CELL) + '\n';
                if (rows == FEW_ROWS || !fits(row)) {
                    break;
                }
                out.append(row);
                rows++;
            }
            rest(report.diagnostics().size() - rows);
        }

        private void frameworks() {
            int told = 0;
            for (FrameworkResult framework : report.frameworks()) {
                String title = MarkdownText.cell(framework.title() + " " + framework.version(), CELL);
                if (!fits(title + " ".repeat(RESERVE))) {
                    out.append("\n... and ")
                            .append(report.frameworks().size() - told)
                            .append(" more frameworks\n");
                    return;
                }
                heading(title, -1);
                framework(framework);
                told++;
            }
        }

        private void framework(FrameworkResult framework) {
            out.append("Score ")
                    .append(Figures.scoreText(framework.score()))
                    .append(". Requirements: ")
                    .append(SummaryText.requirements(framework))
                    .append(".\n");
            long failing = framework.requirements().stream()
                    .filter(r -> r.verdict() == Verdict.FAIL)
                    .count();
            if (failing == 0) {
                return;
            }
            out.append("\n| requirement | findings | title |\n|---|---:|---|\n");
            int rows = 0;
            for (RequirementResult r : framework.requirements()) {
                if (r.verdict() == Verdict.FAIL) {
                    String row = "| " + MarkdownText.cell(r.id(), CELL) + " | " + r.findings() + " | "
                            + MarkdownText.cell(r.title(), CELL) + " |\n";
                    if (rows == ROWS || !fits(row)) {
                        break;
                    }
                    out.append(row);
                    rows++;
                }
            }
            rest(failing - rows);
        }

        private void heading(String title, long number) {
            out.append("\n### ").append(title);
            if (number >= 0) {
                out.append(" (").append(number).append(')');
            }
            out.append("\n\n");
        }

        private boolean fits(String row) {
            return out.length() + row.length() <= LONGEST - RESERVE;
        }

        private void rest(long number) {
            if (number > 0) {
                out.append("\n... and ").append(number).append(" more\n");
            }
        }
    }
}
