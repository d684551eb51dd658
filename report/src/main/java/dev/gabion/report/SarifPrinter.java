package dev.gabion.report;

import dev.gabion.finding.Diagnostic;
import dev.gabion.finding.ExceptionState;
import dev.gabion.finding.Finding;
import dev.gabion.finding.ObjectReference;
import dev.gabion.finding.Place;
import dev.gabion.finding.Provenance;
import dev.gabion.finding.Report;
import dev.gabion.finding.Summary;
import dev.gabion.finding.Verdict;
import dev.gabion.finding.Why;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SARIF 2.1.0. Results are the findings, one for one; what an earlier report found and this one does not is counted and
 * left out, for viewers show every result as present.
 */
final class SarifPrinter implements Printer {
    @Override
    public void print(Report report, OutputStream out) throws IOException {
        new Run(report, new JsonWriter(out)).print();
    }

    private static final class Run {
        private final Report report;
        private final JsonWriter json;
        private final ControlTable controls;
        private final Map<String, ExceptionState> exceptions = new HashMap<>();

        Run(Report report, JsonWriter json) {
            this.report = report;
            this.json = json;
            this.controls = new ControlTable(report);
            report.exceptions().forEach(e -> exceptions.putIfAbsent(e.id(), e));
        }

        void print() throws IOException {
            json.beginObject()
                    .field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                    .field("version", "2.1.0");
            json.name("runs").beginArray().beginObject();
            tool();
            json.name("originalUriBaseIds").beginObject().name("SRCROOT").beginObject();
            SarifRules.text(json, "description", "The directory the scan ran in.");
            json.endObject().endObject();
            json.field("columnKind", "unicodeCodePoints");
            invocation();
            json.name("results").beginArray();
            for (Finding finding : report.findings()) {
                result(finding);
            }
            json.endArray();
            properties(report.summary());
            json.endObject().endArray().endObject().newline().flush();
        }

        private void tool() throws IOException {
            json.name("tool").beginObject().name("driver").beginObject();
            json.field("name", "Gabion").field("version", report.toolVersion());
            if (isSemantic(report.toolVersion())) {
                json.field("semanticVersion", report.toolVersion());
            }
            SarifRules.write(json, report.controls());
            json.endObject().endObject();
        }

        private static boolean isSemantic(String version) {
            int dots = 0;
            for (int i = 0; i < version.length(); i++) {
                char c = version.charAt(i);
                if (c == '.') {
                    dots++;
                } else if (c < '0' || c > '9') {
                    return false;
                }
            }
            return dots == 2;
        }

        private void invocation() throws IOException {
            boolean complete = report.diagnostics().stream().noneMatch(Diagnostic::isError);
            json.name("invocations").beginArray().beginObject().field("executionSuccessful", complete);
            if (report.timestamp() != null) {
                json.field("endTimeUtc", report.timestamp());
            }
            json.name("toolExecutionNotifications").beginArray();
            for (Diagnostic diagnostic : report.diagnostics()) {
                notification(diagnostic);
            }
            json.endArray().endObject().endArray();
        }

        private void notification(Diagnostic d) throws IOException {
            json.newline().beginObject();
            json.name("descriptor").beginObject().field("id", d.code()).endObject();
            json.field("level", d.level().equals("info") ? "note" : d.level());
            SarifRules.text(json, "message", d.remedy().isEmpty() ? d.message() : d.message() + "; " + d.remedy());
            if (!d.file().isEmpty()) {
                json.name("locations").beginArray().beginObject();
                physical(d.file(), d.line(), d.column(), d.line());
                json.endObject().endArray();
            }
            json.endObject();
        }

        private void result(Finding f) throws IOException {
            json.newline().beginObject().field("ruleId", f.control());
            int index = controls.index(f.control());
            if (index >= 0) {
                json.field("ruleIndex", index);
            }
            json.field("kind", kind(f))
                    .field("level", f.verdict() == Verdict.UNDECIDED ? "none" : SarifRules.level(f.severity()));
            SarifRules.text(json, "message", message(f));
            location(f);
            provenance(f);
            json.name("partialFingerprints")
                    .beginObject()
                    .field("gabion/v1", f.fingerprint())
                    .endObject();
            if (f.baseline() != null) {
                json.field("baselineState", f.baseline().word());
            }
            if (f.verdict() == Verdict.EXCEPTED) {
                suppression(f);
            }
            details(f);
            json.endObject();
        }

        /** Open: the tool lacked what it takes. Review: somebody has to look. Source: SARIF 2.1.0, section 3.27.9. */
        private static String kind(Finding f) {
            if (f.verdict() != Verdict.UNDECIDED) {
                return "fail";
            }
            return f.why() == null || f.why().kind() == Why.Kind.MISSING_EVIDENCE ? "open" : "review";
        }

        private static String message(Finding f) {
            return f.why() == null ? f.message() : f.message() + " (undecided, " + f.why() + ")";
        }

        private void location(Finding f) throws IOException {
            Place place = f.place();
            json.name("locations").beginArray().beginObject();
            if (!place.file().isEmpty()) {
                physical(place.file(), place.line(), place.column(), place.endLine());
            }
            json.name("logicalLocations")
                    .beginArray()
                    .beginObject()
                    .field("fullyQualifiedName", Visible.line(qualifiedName(f)))
                    .field("kind", "resource")
                    .endObject()
                    .endArray()
                    .endObject()
                    .endArray();
        }

        private static String qualifiedName(Finding f) {
            ObjectReference o = f.object();
            StringBuilder name = new StringBuilder(o.apiVersion()).append('/').append(o.kind());
            if (o.namespace() != null) {
                name.append('/').append(o.namespace());
            }
            if (o.name() != null) {
                name.append('/').append(o.name());
            }
            return f.path().isEmpty()
                    ? name.toString()
                    : name.append('#').append(f.path()).toString();
        }

        private void physical(String file, int line, int column, int endLine) throws IOException {
            json.name("physicalLocation").beginObject();
            json.name("artifactLocation").beginObject().field("uri", SarifText.uri(file));
            if (SarifText.isRelative(file)) {
                json.field("uriBaseId", "SRCROOT");
            }
            json.endObject();
            if (line > 0) {
                json.name("region").beginObject().field("startLine", line);
                if (column > 0) {
                    json.field("startColumn", column);
                }
                json.field("endLine", Math.max(line, endLine)).endObject();
            }
            json.endObject();
        }

        private void provenance(Finding f) throws IOException {
            if (f.provenance().isEmpty()) {
                return;
            }
            json.name("relatedLocations").beginArray();
            for (Provenance step : f.provenance()) {
                json.beginObject();
                physical(step.file(), step.line(), step.column(), step.line());
                SarifRules.text(json, "message", step.path() == null ? step.kind() : step.kind() + " " + step.path());
                json.endObject();
            }
            json.endArray();
        }

        private void suppression(Finding f) throws IOException {
            ExceptionState state = exceptions.get(String.valueOf(f.exception()));
            boolean inside = !f.place().file().isEmpty()
                    && state != null
                    && state.source().startsWith(f.place().file() + ":");
            json.name("suppressions")
                    .beginArray()
                    .beginObject()
                    .field("kind", inside ? "inSource" : "external")
                    .field("status", "accepted")
                    .field("justification", Visible.line(justification(f, state)))
                    .endObject()
                    .endArray();
        }

        private static String justification(Finding f, @Nullable ExceptionState state) {
            return state == null || state.reason().isEmpty()
                    ? String.valueOf(f.exception())
                    : f.exception() + ": " + state.reason();
        }

        private void details(Finding f) throws IOException {
            json.name("properties")
                    .beginObject()
                    .field("verdict", f.verdict().word())
                    .field("severity", f.severity().word())
                    .field("path", f.path());
            if (f.container() != null) {
                json.field("container", f.container());
            }
            if (f.why() != null) {
                json.field("why", f.why().toString());
            }
            if (f.value() != null) {
                json.name("value").raw(f.value());
            }
            if (f.expected() != null) {
                json.name("expected").raw(f.expected());
            }
            json.endObject();
        }

        private void properties(Summary s) throws IOException {
            json.name("properties")
                    .beginObject()
                    .field("result", report.verdict())
                    .field("objects", s.objects())
                    .field("coverage", Figures.share(s.coverage()))
                    .field("score", Figures.scoreOrNull(s.score()));
            if (report.changes() != null) {
                json.field("resolved", Counts.count(report.changes().resolved()))
                        .field("gone", Counts.count(report.changes().gone()));
            }
            json.endObject();
        }
    }
}
