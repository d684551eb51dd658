package dev.gabion.report;

import dev.gabion.finding.ControlDescription;
import dev.gabion.finding.Finding;
import dev.gabion.finding.FixOperation;
import dev.gabion.finding.FrameworkResult;
import dev.gabion.finding.Mappings;
import dev.gabion.finding.Provenance;
import dev.gabion.finding.Report;
import dev.gabion.finding.RequirementResult;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The findings as data for the page's script. Keys are short for there are many; what is empty is left out. */
final class HtmlData {
    /** A page with more would not be usable; the rest is counted. */
    static final int MOST_FINDINGS = 50_000;

    private static final int MOST_EXCERPTS = 3_000;
    private static final int MOST_EXCERPTS_OF_CONTROL = 25;
    private static final int AROUND = 2;

    private final Report report;
    private final Sources sources;
    private final JsonWriter json;
    private final ControlTable controls;
    private String control = "";
    private int excerpts;
    private int excerptsOfControl;

    HtmlData(Report report, Sources sources, JsonWriter json) {
        this.report = report;
        this.sources = sources;
        this.json = json;
        this.controls = new ControlTable(report);
    }

    void write() throws IOException {
        json.beginObject().name("controls").beginArray();
        for (ControlDescription description : report.controls()) {
            control(description);
        }
        json.endArray().name("frameworks").beginArray();
        for (FrameworkResult framework : report.frameworks()) {
            framework(framework);
        }
        json.endArray().name("findings").beginArray();
        long left = 0;
        int written = 0;
        for (Finding finding : report.findings()) {
            if (written < MOST_FINDINGS) {
                finding(finding);
                written++;
            } else {
                left++;
            }
        }
        json.endArray().field("left", left).endObject().flush();
    }

    private void text(String name, @Nullable String text) throws IOException {
        if (text != null && !text.isEmpty()) {
            json.field(name, Visible.line(text));
        }
    }

    private void control(ControlDescription c) throws IOException {
        json.newline()
                .beginObject()
                .field("id", Visible.line(c.id()))
                .field("title", Visible.prose(c.title()))
                .field("severity", c.severity().word());
        text("rationale", Visible.prose(c.rationale()));
        text("remedy", Visible.prose(c.remedy()));
        text("docs", c.docs());
        text("answers", MappingText.of(c.mappings()));
        json.name("families").beginArray();
        Mappings m = c.mappings();
        family("nsa", m.nsa());
        family("cis", m.cis());
        family("pss", m.pss());
        family("mitre", m.mitre());
        family("rbac", m.rbac());
        json.endArray().endObject();
    }

    private void family(String name, List<String> mapped) throws IOException {
        if (!mapped.isEmpty()) {
            json.value(name);
        }
    }

    private void framework(FrameworkResult framework) throws IOException {
        json.newline()
                .beginObject()
                .field("id", Visible.line(framework.id()))
                .field("title", Visible.prose(framework.title()));
        json.name("requirements").beginArray();
        for (RequirementResult row : framework.requirements()) {
            json.beginObject()
                    .field("id", Visible.line(row.id()))
                    .name("controls")
                    .beginArray();
            for (String id : row.controls()) {
                if (controls.index(id) >= 0) {
                    json.value(controls.index(id));
                }
            }
            json.endArray().endObject();
        }
        json.endArray().endObject();
    }

    private void finding(Finding f) throws IOException {
        json.newline()
                .beginObject()
                .field("c", controls.index(f.control()))
                .field("v", f.verdict().word())
                .field("s", f.severity().word());
        if (controls.index(f.control()) < 0) {
            text("i", f.control());
        }
        text("m", f.message());
        text("w", f.why() == null ? null : f.why().toString());
        text("k", f.object().kind());
        text("ns", f.object().namespace());
        text("n", f.object().name());
        text("a", f.object().apiVersion());
        text("ct", f.container());
        text("p", f.path());
        text(
                "f",
                DiagnosticText.place(
                        f.place().file(), f.place().line(), f.place().column()));
        if (f.place().missing()) {
            json.field("mi", 1);
        }
        text("va", f.value());
        text("ex", f.expected());
        text("b", f.baseline() == null ? null : f.baseline().word());
        text("e", f.exception());
        fixes(f.fix());
        provenance(f.provenance());
        excerpt(f);
        json.endObject();
    }

    private void fixes(List<FixOperation> fixes) throws IOException {
        if (fixes.isEmpty()) {
            return;
        }
        json.name("fx").beginArray();
        for (FixOperation fix : fixes) {
            String value = fix.value() == null ? "" : " " + fix.value();
            json.value(Visible.line(fix.op() + " " + fix.path() + value));
        }
        json.endArray();
    }

    private void provenance(List<Provenance> steps) throws IOException {
        if (steps.isEmpty()) {
            return;
        }
        json.name("pr").beginArray();
        for (Provenance step : steps) {
            String path = step.path() == null ? "" : " " + step.path();
            json.value(Visible.line(
                    step.kind() + " " + DiagnosticText.place(step.file(), step.line(), step.column()) + path));
        }
        json.endArray();
    }

    /** The first excerpts of each control, as long as the page stays light. */
    private void excerpt(Finding f) throws IOException {
        if (!f.control().equals(control)) {
            control = f.control();
            excerptsOfControl = 0;
        }
        if (excerpts == MOST_EXCERPTS || excerptsOfControl == MOST_EXCERPTS_OF_CONTROL) {
            return;
        }
        Excerpt excerpt = Excerpt.of(f, sources, AROUND);
        if (excerpt == null) {
            return;
        }
        excerpts++;
        excerptsOfControl++;
        json.name("x")
                .beginArray()
                .value(excerpt.firstLine())
                .value(excerpt.marked())
                .value(excerpt.from())
                .value(excerpt.to());
        json.beginArray();
        for (String line : excerpt.lines()) {
            json.value(line);
        }
        json.endArray().endArray();
    }
}
