package dev.gabion.report;

import dev.gabion.finding.Changes;
import dev.gabion.finding.Report;
import dev.gabion.finding.Severity;
import dev.gabion.finding.Summary;
import dev.gabion.finding.Verdict;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The figures at the head of the page. */
final class HtmlFigures {
    private final Report report;
    private final Counts counts;
    private final HtmlOutput html;

    HtmlFigures(Report report, Counts counts, HtmlOutput html) {
        this.report = report;
        this.counts = counts;
        this.html = html;
    }

    void write() throws IOException {
        Summary s = report.summary();
        html.raw("<section class=\"figures\" aria-label=\"Figures\">\n");
        failing();
        score(s);
        card("Coverage", Figures.percent(s.coverage()));
        html.raw("<p>Verdicts ").text(Figures.percent(s.verdictCoverage())).raw(", inputs ");
        html.text(Figures.percent(s.inputCoverage())).raw("</p>");
        gauge(s.coverage());
        html.raw("</div>\n");
        card("Undecided", Long.toString(counts.of(Verdict.UNDECIDED)));
        html.raw("<p>").number(counts.of(Verdict.EXCEPTED)).raw(" excepted</p></div>\n");
        Changes changes = report.changes();
        if (changes != null) {
            card("New", Long.toString(counts.added()));
            html.raw("<p>").number(counts.unchanged()).raw(" unchanged, ");
            html.number(Counts.count(changes.resolved())).raw(" resolved, ");
            html.number(Counts.count(changes.gone())).raw(" gone</p></div>\n");
        }
        verdicts(s);
        html.raw("</section>\n");
    }

    private void card(String title, String figure) throws IOException {
        html.raw("<div class=\"card\">").element("h2", "", title).element("p", "figure", figure);
    }

    private void failing() throws IOException {
        long all = counts.of(Verdict.FAIL);
        html.raw("<div class=\"card wide\"><h2>Failing findings</h2>");
        html.element("p", "figure", Long.toString(all));
        html.raw("<svg class=\"bar\" viewBox=\"0 0 1000 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        long before = 0;
        for (Severity severity : Severity.values()) {
            long number = counts.of(Verdict.FAIL, severity);
            if (number > 0) {
                html.raw("<rect class=\"").raw(severity.word()).raw("\" height=\"8\" x=\"");
                html.number(before * 1000 / all).raw("\" width=\"");
                html.number((before + number) * 1000 / all - before * 1000 / all)
                        .raw("\"/>");
            }
            before += number;
        }
        html.raw("</svg><ul class=\"legend\">");
        for (Severity severity : Severity.values()) {
            html.raw("<li class=\"").raw(severity.word()).raw("\"><b>").number(counts.of(Verdict.FAIL, severity));
            html.raw("</b> ").raw(severity.word()).raw("</li>");
        }
        html.raw("</ul></div>\n");
    }

    private void score(Summary s) throws IOException {
        card("Score", Figures.scoreText(s.score()));
        @Nullable Double score = s.score();
        if (score == null) {
            html.raw("<p>Nothing was evaluated</p></div>\n");
            return;
        }
        html.raw("<p>").text(Figures.scoreText(s.scoreWithoutExceptions())).raw(" without exceptions</p>");
        gauge(score / 100);
        html.raw("</div>\n");
    }

    private void gauge(double share) throws IOException {
        html.raw("<svg class=\"gauge\" viewBox=\"0 0 1000 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        html.raw("<rect class=\"rest\" width=\"1000\" height=\"8\"/><rect class=\"done\" height=\"8\" width=\"");
        html.number((long) (Math.clamp(share, 0.0, 1.0) * 1000)).raw("\"/></svg>");
    }

    private void verdicts(Summary s) throws IOException {
        html.raw("<div class=\"card row\"><h2>Verdicts</h2><dl class=\"verdicts\">");
        for (Verdict verdict : Verdict.values()) {
            html.raw("<div class=\"v-").raw(verdict.word()).raw("\">").element("dt", "", SummaryText.word(verdict));
            html.raw("<dd>").number(s.verdicts().of(verdict)).raw("</dd></div>");
        }
        html.raw("</dl><p>").text(Figures.count(s.controls(), "control")).raw(" on ");
        html.text(Figures.count(s.objects(), "object")).raw("</p></div>\n");
    }
}
