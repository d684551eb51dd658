package dev.gabion.report;

import dev.gabion.finding.Finding;
import dev.gabion.finding.FixOperation;
import dev.gabion.finding.ObjectReference;
import dev.gabion.finding.Place;
import dev.gabion.finding.Provenance;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A finding as the JSON report has it. Source: command-line contract, section 3. */
final class FindingJson {
    private FindingJson() {}

    static void write(JsonWriter json, Finding f) throws IOException {
        json.beginObject()
                .field("fingerprint", f.fingerprint())
                .field("control", f.control())
                .field("verdict", f.verdict().word())
                .field("severity", f.severity().word())
                .field("message", f.message())
                .field("why", f.why() == null ? null : f.why().toString());
        object(json, f.object());
        json.field("container", f.container()).field("path", f.path());
        place(json, f.place());
        json.name("value").raw(f.value()).name("expected").raw(f.expected());
        json.name("fix").beginArray();
        for (FixOperation fix : f.fix()) {
            fix(json, fix);
        }
        json.endArray()
                .field("baseline", f.baseline() == null ? null : f.baseline().word())
                .field("exception", f.exception());
        json.name("provenance").beginArray();
        for (Provenance step : f.provenance()) {
            provenance(json, step);
        }
        json.endArray().endObject();
    }

    static void object(JsonWriter json, ObjectReference object) throws IOException {
        json.name("object")
                .beginObject()
                .field("apiVersion", object.apiVersion())
                .field("kind", object.kind())
                .field("namespace", object.namespace())
                .field("name", object.name())
                .endObject();
    }

    private static void place(JsonWriter json, Place place) throws IOException {
        json.field("file", fileOrNull(place.file()))
                .field("document", place.document())
                .field("line", place.line())
                .field("column", place.column())
                .field("endLine", place.endLine())
                .field("missing", place.missing());
    }

    /** What stands in no file has no file, rather than one without a name. */
    static @Nullable String fileOrNull(String file) {
        return file.isEmpty() ? null : file;
    }

    private static void fix(JsonWriter json, FixOperation fix) throws IOException {
        json.beginObject().field("op", fix.op()).field("path", fix.path());
        if (fix.value() != null) {
            json.name("value").raw(fix.value());
        }
        json.endObject();
    }

    private static void provenance(JsonWriter json, Provenance step) throws IOException {
        json.beginObject()
                .field("kind", step.kind())
                .field("file", step.file())
                .field("line", step.line())
                .field("column", step.column())
                .field("path", step.path())
                .endObject();
    }
}
