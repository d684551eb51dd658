package dev.gabion.report;

import dev.gabion.finding.ControlDescription;
import dev.gabion.finding.Report;
import dev.gabion.finding.ReportTarget;
import dev.gabion.finding.Sha256;
import dev.gabion.finding.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/**
 * One HTML file that needs nothing else. Figures, frameworks, exceptions and diagnostics are plain markup; findings are
 * data that a script shows as they are asked for. The page forbids itself every script but its own.
 */
final class HtmlPrinter implements Printer {
    private final Sources sources;

    HtmlPrinter(Sources sources) {
        this.sources = sources;
    }

    @Override
    public void print(Report report, OutputStream out) throws IOException {
        HtmlOutput html = new HtmlOutput(out);
        Counts counts = Counts.of(report.findings());
        String script = HtmlOutput.asset("page.js");
        head(html, report, script);
        new HtmlFigures(report, counts, html).write();
        HtmlSections sections = new HtmlSections(report, html);
        sections.navigation();
        html.raw("<main>\n");
        findings(html, report, counts);
        sections.write();
        html.raw("</main>\n");
        html.raw("<footer>Made by Gabion ").text(report.toolVersion()).raw(".</footer>\n");
        html.raw("<script type=\"application/json\" id=\"data\">");
        new HtmlData(report, sources, JsonWriter.insideHtml(html.handOver())).write();
        html.raw("</script>\n<script>")
                .raw(script)
                .raw("</script>\n</body>\n</html>\n")
                .handOver();
    }

    private static void head(HtmlOutput html, Report report, String script) throws IOException {
        html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; ");
        html.raw("form-action 'none'; style-src 'unsafe-inline'; script-src 'sha256-");
        html.raw(digest(script))
                .raw("'\">\n<title>Gabion: ")
                .text(report.target().name());
        html.raw("</title>\n<style>\n").raw(HtmlOutput.asset("page.css")).raw("</style>\n</head>\n<body>\n");
        html.raw("<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n");
        ReportTarget target = report.target();
        html.raw("<header>\n<p class=\"brand\">")
                .raw(HtmlOutput.asset("mark.svg"))
                .raw("Gabion</p>\n");
        html.element("h1", "", target.name()).raw("\n<p class=\"meta\">").text(target.kind());
        if (target.kubernetesVersion() != null) {
            html.raw(" <span class=\"dot\"></span> Kubernetes ").text(target.kubernetesVersion());
        }
        if (report.timestamp() != null) {
            html.raw(" <span class=\"dot\"></span> ").text(report.timestamp());
        }
        html.raw("</p>\n");
        if (!report.verdict().isEmpty()) {
            html.element("p", "verdict", Visible.prose(report.verdict())).raw("\n");
        }
        html.raw("</header>\n");
    }

    private static String digest(String script) {
        byte[] hash = HexFormat.of().parseHex(Sha256.hex(script.getBytes(StandardCharsets.UTF_8)));
        return Base64.getEncoder().encodeToString(hash);
    }

    /** What the script takes the place of: the controls with their figures. */
    private static void findings(HtmlOutput html, Report report, Counts counts) throws IOException {
        html.raw("<section id=\"findings\" aria-labelledby=\"findings-title\">\n");
        html.raw("<h2 id=\"findings-title\">Findings</h2>\n<div id=\"explorer\">\n");
        html.raw("<p class=\"hint\">The single findings need scripts, which are blocked here.</p>\n");
        html.raw("<div class=\"scroll\"><table class=\"rows\"><thead><tr><th>Severity<th>Control<th>Title");
        html.raw("<th class=\"n\">Failing<th class=\"n\">Undecided<th class=\"n\">Excepted</tr></thead><tbody>\n");
        for (ControlDescription control : report.controls()) {
            Counts.OfControl count = counts.control(control.id());
            if (count != null) {
                String severity = control.severity().word();
                html.raw("<tr><td>").element("span", "badge " + severity, severity);
                html.raw("<td class=\"id\">").text(control.id()).raw("<td>").text(Visible.prose(control.title()));
                html.raw("<td class=\"n\">").number(count.of(Verdict.FAIL));
                html.raw("<td class=\"n\">").number(count.of(Verdict.UNDECIDED));
                html.raw("<td class=\"n\">").number(count.of(Verdict.EXCEPTED)).raw("</tr>\n");
            }
        }
        html.raw("</tbody></table></div>\n</div>\n</section>\n");
    }
}
