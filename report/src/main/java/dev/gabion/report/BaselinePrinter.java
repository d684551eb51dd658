package dev.gabion.report;

import dev.gabion.finding.Finding;
import dev.gabion.finding.Verdict;
import dev.gabion.finding.baseline.Baseline;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes the failing findings of a run so that a later run can tell what is new. */
public final class BaselinePrinter {
    private BaselinePrinter() {}

    /** Writes a baseline; {@code digests} holds a hash of each control's check. */
    public static void print(Iterable<Finding> findings, Map<String, String> digests, OutputStream out)
            throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.beginObject().field("schemaVersion", Baseline.SCHEMA_VERSION).field("kind", "Baseline");
        json.name("controls").beginObject();
        for (Map.Entry<String, String> entry : digests.entrySet()) {
            json.field(entry.getKey(), entry.getValue());
        }
        json.endObject().name("findings").beginArray();
        for (Finding finding : findings) {
            if (finding.verdict() == Verdict.FAIL) {
                json.newline();
                FindingJson.write(json, finding);
            }
        }
        json.newline().endArray().endObject().newline().flush();
    }
}
