package dev.gabion.report;

import dev.gabion.finding.ControlDescription;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Prints which controls there are. */
public final class ControlListPrinter {
    private ControlListPrinter() {}

    /** A control, what it looks at, and whether it is on without being asked for. */
    public record Line(ControlDescription control, String scope, boolean enabled) {}

    public static void table(List<Line> lines, OutputStream out) throws IOException {
        int ids = 10;
        for (Line line : lines) {
            ids = Math.max(ids, line.control.id().length());
        }
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(pad(line.control.id(), ids + 2));
            text.append(pad(line.control.severity().word(), 10));
            text.append(line.control.title());
            text.append(line.enabled ? "\n" : " (off)\n");
        }
        text.append('\n').append(lines.size()).append(" controls; gabion controls show ID explains one\n");
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
    }

    public static void json(List<Line> lines, OutputStream out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.beginObject().field("schemaVersion", 1).name("controls").beginArray();
        for (Line line : lines) {
            json.newline().beginObject();
            json.field("id", line.control.id())
                    .field("title", line.control.title())
                    .field("severity", line.control.severity().word())
                    .field("scope", line.scope)
                    .field("enabled", line.enabled);
            JsonPrinter.mappings(json, line.control.mappings());
            json.endObject();
        }
        json.newline().endArray().endObject().newline().flush();
    }
}
