package dev.gabion.report;

import dev.gabion.finding.ControlDescription;
import dev.gabion.finding.Diagnostic;
import dev.gabion.finding.ExceptionState;
import dev.gabion.finding.Finding;
import dev.gabion.finding.FixOperation;
import dev.gabion.finding.FrameworkResult;
import dev.gabion.finding.Mappings;
import dev.gabion.finding.ObjectReference;
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
public final class JsonPrinter implements Printer {
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
        for (Finding finding : report.findings()) {
            json.newline();
            finding(json, finding);
        }
        json.endArray();
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

    private static void diagnostic(JsonWriter json, Diagnostic d) throws IOException {
        json.beginObject()
                .field("level", d.level())
                .field("code", d.code())
                .field("file", d.file())
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

    static void finding(JsonWriter json, Finding f) throws IOException {
        json.beginObject()
                .field("fingerprint", f.fingerprint())
                .field("control", f.control())
                .field("verdict", f.verdict().word())
                .field("severity", f.severity().word())
                .field("message", f.message())
                .field("why", f.why() == null ? null : f.why().toString());
        object(json, f.object());
        json.field("container", f.container())
                .field("path", f.path())
                .field("file", f.place().file())
                .field("document", f.place().document())
                .field("line", f.place().line())
                .field("column", f.place().column())
                .field("endLine", f.place().endLine())
                .field("missing", f.place().missing());
        json.name("value").raw(f.value()).name("expected").raw(f.expected());
        json.name("fix").beginArray();
        for (FixOperation fix : f.fix()) {
            json.beginObject().field("op", fix.op()).field("path", fix.path());
            if (fix.value() != null) {
                json.name("value").raw(fix.value());
            }
            json.endObject();
        }
        json.endArray()
                .field("baseline", f.baseline() == null ? null : f.baseline().word())
                .field("exception", f.exception());
        json.name("provenance").beginArray().endArray().endObject();
    }

    private static void object(JsonWriter json, ObjectReference object) throws IOException {
        json.name("object")
                .beginObject()
                .field("apiVersion", object.apiVersion())
                .field("kind", object.kind())
                .field("namespace", object.namespace())
                .field("name", object.name())
                .endObject();
    }

    private static void passes(JsonWriter json, @Nullable Iterable<Pass> passes) throws IOException {
        if (passes == null) {
            return;
        }
        json.name("passes").beginArray();
        for (Pass pass : passes) {
            json.newline().beginObject().field("control", pass.control());
            object(json, pass.object());
            json.field("file", pass.file()).field("document", pass.document());
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
                .field("score", framework.score());
        json.name("requirements").beginArray();
        for (RequirementResult row : framework.requirements()) {
            json.beginObject()
                    .field("id", row.id())
                    .field("title", row.title())
                    .field("verdict", row.verdict().word())
                    .field("findings", row.findings())
                    .strings("controls", row.controls())
                    .field("why", row.why())
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
        json.field("score", s.score())
                .field("scoreWithoutExceptions", s.scoreWithoutExceptions())
                .endObject();
    }
}
