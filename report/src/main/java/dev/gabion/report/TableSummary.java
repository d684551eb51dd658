package dev.gabion.report;

import dev.gabion.finding.Changes;
import dev.gabion.finding.Report;
import dev.gabion.finding.ReportTarget;
import dev.gabion.finding.Severity;
import dev.gabion.finding.Summary;
import dev.gabion.finding.Verdict;
import java.io.IOException;

/** The figures at the end of a table; the last line says what the run came to. */
final class TableSummary {
    private static final int COLUMN = 14;

    private final Report report;
    private final Counts counts;
    private final TerminalText out;

    TableSummary(Report report, Counts counts, TerminalText out) {
        this.report = report;
        this.counts = counts;
        this.out = out;
    }

    void print() throws IOException {
        Summary s = report.summary();
        ReportTarget target = report.target();
        out.text("Summary", TerminalText.BOLD).newline();
        line("target", target.name() + " (" + target.kind() + kubernetes(target) + ")");
        line("objects", Long.toString(s.objects()));
        line("controls", Integer.toString(s.controls()));
        line("verdicts", SummaryText.verdicts(s));
        severities();
        line("undecided", Long.toString(counts.of(Verdict.UNDECIDED)));
        line("excepted", Long.toString(counts.of(Verdict.EXCEPTED)));
        Changes changes = report.changes();
        if (changes != null) {
            line("baseline", SummaryText.changes(counts, changes));
        }
        line("coverage", SummaryText.coverage(s));
        line("score", SummaryText.score(s));
        if (!report.exceptions().isEmpty()) {
            line("exceptions", SummaryText.exceptions(report.exceptions()));
        }
        if (!report.verdict().isEmpty()) {
            line("result", Visible.prose(report.verdict()));
        }
    }

    private static String kubernetes(ReportTarget target) {
        return target.kubernetesVersion() == null ? "" : ", Kubernetes " + target.kubernetesVersion();
    }

    private void line(String label, String text) throws IOException {
        out.to(2).text(label, TerminalText.DIM).to(COLUMN);
        out.wrapped(Visible.line(text), COLUMN).newline();
    }

    private void severities() throws IOException {
        out.to(2).text("failing", TerminalText.DIM).to(COLUMN).number(counts.of(Verdict.FAIL));
        out.text(":");
        for (Severity severity : Severity.values()) {
            long number = counts.of(Verdict.FAIL, severity);
            String text = number + " " + severity.word() + (severity == Severity.INFO ? "" : ",");
            out.piece(" ", text, number == 0 ? TerminalText.DIM : TableFindings.style(severity), COLUMN);
        }
        out.newline();
    }
}
