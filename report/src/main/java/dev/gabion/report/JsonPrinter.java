package dev.gabion.report;

import dev.gabion.finding.ControlDescription;
import dev.gabion.finding.Diagnostic;
import dev.gabion.finding.ExceptionState;
import dev.gabion.finding.Finding;
import dev.gabion.finding.FrameworkResult;
import dev.gabion.finding.Mappings;
import dev.gabion.finding.Pass;
import dev.gabion.finding.Report;
import dev.gabion.finding.RequirementResult;
import dev.gabion.finding.Severity;
import dev.gabion.finding.Summary;
import dev.gabion.finding.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The JSON report, schema version 1. Source: command-line contract, section 3. */
final class JsonPrinter implements Printer {
    @Override
    public void print(Report report, OutputStream out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.beginObject().field("schemaVersion", 1);
        json.name("tool")
                .beginObject()
                .field("name", "gabion")
                .field("version", report.toolVersion())
                .endObject();
        json.name("target")
                .beginObject()
                .field("kind", report.target().kind())
                .field("name", report.target().name())
                .field("kubernetesVersion", report.target().kubernetesVersion())
                .endObject();
        if (report.timestamp() != null) {
            json.field("timestamp", report.timestamp());
        }
        json.name("diagnostics").beginArray();
        for (Diagnostic diagnostic : report.diagnostics()) {
            diagnostic(json, diagnostic);
        }
        json.endArray().name("controls").beginArray();
        for (ControlDescription control : report.controls()) {
            control(json, control);
        }
        json.endArray().name("findings").beginArray();
        findings(json, report.findings());
        json.endArray();
        if (report.changes() != null) {
            json.name("resolved").beginArray();
            findings(json, report.changes().resolved());
            json.endArray().name("gone").beginArray();
            findings(json, report.changes().gone());
            json.endArray();
        }
        passes(json, report.passes());
        json.name("frameworks").beginArray();
        for (FrameworkResult framework : report.frameworks()) {
            framework(json, framework);
        }
        json.endArray().name("exceptions").beginArray();
        for (ExceptionState exception : report.exceptions()) {
            exception(json, exception);
        }
        json.endArray();
        summary(json, report.summary());
        json.endObject().newline().flush();
    }

    private static void findings(JsonWriter json, Iterable<Finding> findings) throws IOException {
        for (Finding finding : findings) {
            json.newline();
            FindingJson.write(json, finding);
        }
    }

    private static void diagnostic(JsonWriter json, Diagnostic d) throws IOException {
        json.beginObject()
                .field("level", d.level())
                .field("code", d.code())
                .field("file", FindingJson.fileOrNull(d.file()))
                .field("line", d.line())
                .field("column", d.column())
                .field("message", d.message())
                .field("remedy", d.remedy())
                .endObject();
    }

    private static void control(JsonWriter json, ControlDescription c) throws IOException {
        json.beginObject()
                .field("id", c.id())
                .field("title", c.title())
                .field("severity", c.severity().word())
                .field("rationale", c.rationale())
                .field("remedy", c.remedy())
                .field("docs", c.docs());
        mappings(json, c.mappings());
        json.endObject();
    }

    static void mappings(JsonWriter json, Mappings m) throws IOException {
        json.name("mappings")
                .beginObject()
                .strings("nsa", m.nsa())
                .strings("cis", m.cis())
                .strings("pss", m.pss())
                .strings("psa", m.psa())
                .strings("mitre", m.mitre())
                .strings("rbac", m.rbac())
                .endObject();
    }

    private static void passes(JsonWriter json, @Nullable Iterable<Pass> passes) throws IOException {
        if (passes == null) {
            return;
        }
        json.name("passes").beginArray();
        for (Pass pass : passes) {
            json.newline().beginObject().field("control", pass.control());
            FindingJson.object(json, pass.object());
            json.field("file", FindingJson.fileOrNull(pass.file())).field("document", pass.document());
            if (pass.reason() != null) {
                json.field("verdict", pass.verdict().word()).field("reason", pass.reason());
            }
            json.endObject();
        }
        json.endArray();
    }

    private static void framework(JsonWriter json, FrameworkResult framework) throws IOException {
        json.beginObject()
                .field("id", framework.id())
                .field("version", framework.version())
                .field("score", Figures.scoreOrNull(framework.score()));
        json.name("requirements").beginArray();
        for (RequirementResult row : framework.requirements()) {
            json.beginObject()
                    .field("id", row.id())
                    .field("verdict", row.verdict().word())
                    .field("findings", row.findings())
                    .field("why", row.why())
                    .field("title", row.title())
                    .strings("controls", row.controls())
                    .strings("groups", row.groups())
                    .endObject();
        }
        json.endArray().endObject();
    }

    private static void exception(JsonWriter json, ExceptionState e) throws IOException {
        json.beginObject()
                .field("id", e.id())
                .field("state", e.state())
                .field("source", e.source())
                .field("reason", e.reason())
                .field("owner", e.owner())
                .field("expires", e.expires())
                .field("findings", e.findings())
                .field("note", e.note())
                .endObject();
    }

    private static void summary(JsonWriter json, Summary s) throws IOException {
        json.name("summary").beginObject().field("objects", s.objects()).field("controls", s.controls());
        json.name("verdicts").beginObject();
        for (Verdict verdict : Verdict.values()) {
            json.field(verdict.word(), s.verdicts().of(verdict));
        }
        json.endObject().field("findings", s.findings()).name("severities").beginObject();
        for (Severity severity : Severity.values()) {
            json.field(severity.word(), s.severities().getOrDefault(severity, 0L));
        }
        json.endObject().field("coverage", Figures.share(s.coverage()));
        json.name("coverageDetail")
                .beginObject()
                .field("verdicts", Figures.share(s.verdictCoverage()))
                .field("inputs", Figures.share(s.inputCoverage()))
                .endObject();
        json.field("score", Figures.scoreOrNull(s.score()))
                .field("scoreWithoutExceptions", Figures.scoreOrNull(s.scoreWithoutExceptions()))
                .endObject();
    }
}
