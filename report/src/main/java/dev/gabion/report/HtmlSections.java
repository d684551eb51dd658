package dev.gabion.report;

import dev.gabion.finding.Changes;
import dev.gabion.finding.Diagnostic;
import dev.gabion.finding.ExceptionState;
import dev.gabion.finding.Finding;
import dev.gabion.finding.FrameworkResult;
import dev.gabion.finding.Report;
import dev.gabion.finding.RequirementResult;
import dev.gabion.finding.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything of the page below the findings. */
final class HtmlSections {
    private static final int MOST_CHANGES = 2_000;

    private final Report report;
    private final HtmlOutput html;

    HtmlSections(Report report, HtmlOutput html) {
        this.report = report;
        this.html = html;
    }

    void navigation() throws IOException {
        html.raw("<nav aria-label=\"Sections\"><a href=\"#findings\">Findings</a>");
        if (report.changes() != null) {
            html.raw("<a href=\"#changes\">Changes</a>");
        }
        if (!report.frameworks().isEmpty()) {
            html.raw("<a href=\"#frameworks\">Frameworks</a>");
        }
        if (!report.exceptions().isEmpty()) {
            html.raw("<a href=\"#exceptions\">Exceptions</a>");
        }
        if (!report.diagnostics().isEmpty()) {
            html.raw("<a href=\"#diagnostics\">Diagnostics</a>");
        }
        html.raw("</nav>\n");
    }

    void write() throws IOException {
        if (report.changes() != null) {
            changes(report.changes());
        }
        if (!report.frameworks().isEmpty()) {
            open("frameworks", "Frameworks");
            for (FrameworkResult framework : report.frameworks()) {
                framework(framework);
            }
            html.raw("</section>\n");
        }
        if (!report.exceptions().isEmpty()) {
            exceptions();
        }
        if (!report.diagnostics().isEmpty()) {
            diagnostics();
        }
    }

    private void open(String id, String title) throws IOException {
        html.raw("<section id=\"").raw(id).raw("\">").element("h2", "", title).raw("\n");
    }

    private void changes(Changes changes) throws IOException {
        open("changes", "Changes");
        changed("Resolved", "No finding of the baseline was resolved.", changes.resolved());
        changed("Gone", "Every object of the baseline is still scanned.", changes.gone());
        html.raw("</section>\n");
    }

    private void changed(String title, String none, Iterable<Finding> findings) throws IOException {
        long number = Counts.count(findings);
        html.element("h3", "", title + " (" + number + ")");
        if (number == 0) {
            html.element("p", "hint", none).raw("\n");
            return;
        }
        table("Severity", "Control", "Object", "Message");
        int told = 0;
        for (Finding finding : findings) {
            if (told++ == MOST_CHANGES) {
                break;
            }
            String severity = finding.severity().word();
            html.raw("<tr><td>").element("span", "badge " + severity, severity);
            html.raw("<td class=\"id\">").text(finding.control());
            html.raw("<td class=\"id\">")
                    .text(finding.object().toString())
                    .raw("<td>")
                    .text(finding.message());
            html.raw("</tr>\n");
        }
        html.raw("</tbody></table></div>\n");
        if (number > MOST_CHANGES) {
            html.element("p", "hint", "... and " + (number - MOST_CHANGES) + " more")
                    .raw("\n");
        }
    }

    private void table(String... heads) throws IOException {
        html.raw("<div class=\"scroll\"><table class=\"rows\"><thead><tr>");
        for (String head : heads) {
            html.raw("<th>").text(head);
        }
        html.raw("</tr></thead><tbody>\n");
    }

    private void framework(FrameworkResult framework) throws IOException {
        html.raw("<details class=\"framework\" open><summary><span class=\"name\">");
        html.text(framework.title())
                .raw("</span> <span class=\"muted\">")
                .text(framework.id())
                .raw(" ");
        html.text(framework.version()).raw("</span><span class=\"right\">score <b>");
        html.text(Figures.scoreText(framework.score())).raw("</b></span></summary>\n<p class=\"muted\">");
        html.text(SummaryText.requirements(framework)).raw("</p>\n");
        boolean matrix = framework.id().equals("mitre")
                && framework.requirements().stream().anyMatch(r -> !r.groups().isEmpty());
        if (matrix) {
            matrix(framework);
        } else {
            rows(framework);
        }
        html.raw("</details>\n");
    }

    private void rows(FrameworkResult framework) throws IOException {
        html.raw("<table class=\"rows requirements\"><thead><tr><th>Requirement<th>Verdict<th>Title");
        html.raw("<th class=\"n\">Findings</tr></thead><tbody>\n");
        for (RequirementResult row : framework.requirements()) {
            html.raw("<tr><td class=\"id\">");
            requirement(framework, row);
            html.raw("<td>").element("span", "tag v-" + row.verdict().word(), SummaryText.word(row.verdict()));
            html.raw("<td class=\"text\">").text(Visible.prose(row.title()));
            if (row.why() != null) {
                html.element("span", "why", row.why());
            }
            html.raw("<td class=\"n\">").raw(row.findings() == 0 ? "" : Long.toString(row.findings()));
            html.raw("</tr>\n");
        }
        html.raw("</tbody></table>\n");
    }

    /** A requirement's id; the script makes it a filter. */
    private void requirement(FrameworkResult framework, RequirementResult row) throws IOException {
        html.raw("<a href=\"#findings\" data-framework=\"").text(framework.id());
        html.raw("\" data-requirement=\"")
                .text(row.id())
                .raw("\">")
                .text(row.id())
                .raw("</a>");
    }

    /** Techniques under their tactics, in the order the framework has them. */
    private void matrix(FrameworkResult framework) throws IOException {
        Map<String, List<RequirementResult>> tactics = new LinkedHashMap<>();
        for (RequirementResult row : framework.requirements()) {
            for (String tactic : row.groups().isEmpty() ? List.of("Other") : row.groups()) {
                tactics.computeIfAbsent(tactic, t -> new ArrayList<>()).add(row);
            }
        }
        html.raw("<div class=\"matrix\">\n");
        for (Map.Entry<String, List<RequirementResult>> tactic : tactics.entrySet()) {
            html.raw("<div class=\"tactic\">")
                    .element("h4", "", tactic.getKey())
                    .raw("<ul>\n");
            for (RequirementResult row : tactic.getValue()) {
                technique(framework, row);
            }
            html.raw("</ul></div>\n");
        }
        html.raw("</div>\n");
    }

    private void technique(FrameworkResult framework, RequirementResult row) throws IOException {
        html.raw("<li class=\"v-").raw(row.verdict().word()).raw("\"><span class=\"id\">");
        requirement(framework, row);
        html.raw("</span> ").element("span", "text", Visible.prose(row.title()));
        String count = row.verdict() == Verdict.FAIL ? " (" + row.findings() + ")" : "";
        html.element("span", "tag v-" + row.verdict().word(), SummaryText.word(row.verdict()) + count);
        if (row.why() != null && row.verdict() == Verdict.UNDECIDED) {
            html.element("span", "why", row.why());
        }
        html.raw("</li>\n");
    }

    private void exceptions() throws IOException {
        open("exceptions", "Exceptions");
        html.element("p", "muted", SummaryText.exceptions(report.exceptions())).raw("\n");
        table("Exception", "State", "Reason", "Owner", "Until", "Findings", "Source");
        for (ExceptionState e : report.exceptions()) {
            html.raw("<tr><td class=\"id\">").text(e.id()).raw("<td>");
            html.element("span", "tag state-" + (e.state().equals("active") ? "good" : "bad"), e.state());
            html.raw("<td>").text(Visible.prose(e.reason()));
            if (!e.note().isEmpty()) {
                html.element("span", "why", e.note());
            }
            html.raw("<td>").text(e.owner()).raw("<td class=\"id\">").text(e.expires());
            html.raw("<td class=\"n\">")
                    .number(e.findings())
                    .raw("<td class=\"id\">")
                    .text(e.source());
            html.raw("</tr>\n");
        }
        html.raw("</tbody></table></div>\n</section>\n");
    }

    private void diagnostics() throws IOException {
        open("diagnostics", "Diagnostics");
        html.raw("<ul class=\"diagnostics\">\n");
        for (Diagnostic d : report.diagnostics()) {
            html.raw("<li>").element("span", "tag level-" + level(d), d.level()).raw(" ");
            String place = DiagnosticText.place(d);
            if (!place.isEmpty()) {
                html.element("code", "", place).raw(" ");
            }
            html.element("span", "text", d.message());
            if (!d.remedy().isEmpty()) {
                html.element("span", "why", d.remedy());
            }
            html.raw("</li>\n");
        }
        html.raw("</ul>\n</section>\n");
    }

    private static String level(Diagnostic d) {
        return switch (d.level()) {
            case "error", "warning" -> d.level();
            default -> "info";
        };
    }
}
