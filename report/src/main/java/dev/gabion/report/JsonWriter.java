package dev.gabion.report;

import dev.gabion.kube.tree.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON to a stream as it comes, in UTF-8. Commas take care of themselves. Whatever is written, values that are
 * JSON already included, leaves without characters that steer a terminal or turn text around: outside of ASCII, JSON has
 * characters in strings only, so escaping them changes no value.
 */
final class JsonWriter {
    private static final int FLUSH_AT = 1 << 15;

    private final OutputStream out;
    private final boolean insideHtml;
    private final StringBuilder buffer = new StringBuilder(FLUSH_AT + 1024);
    private boolean comma;

    JsonWriter(OutputStream out) {
        this(out, false);
    }

    private JsonWriter(OutputStream out, boolean insideHtml) {
        this.out = out;
        this.insideHtml = insideHtml;
    }

    /** A writer whose text can stand in a script element: nothing in it ends the element or opens a comment. */
    static JsonWriter insideHtml(OutputStream out) {
        return new JsonWriter(out, true);
    }

    JsonWriter beginObject() throws IOException {
        separate();
        buffer.append('{');
        comma = false;
        return this;
    }

    JsonWriter endObject() {
        buffer.append('}');
        comma = true;
        return this;
    }

    JsonWriter beginArray() throws IOException {
        separate();
        buffer.append('[');
        comma = false;
        return this;
    }

    JsonWriter endArray() {
        buffer.append(']');
        comma = true;
        return this;
    }

    JsonWriter name(String name) throws IOException {
        separate();
        JsonText.quote(buffer, name);
        buffer.append(':');
        comma = false;
        return this;
    }

    JsonWriter value(@Nullable Object scalar) throws IOException {
        separate();
        JsonText.scalar(buffer, scalar);
        comma = true;
        return this;
    }

    /** Text that is JSON already; null writes null. */
    JsonWriter raw(@Nullable String json) throws IOException {
        separate();
        buffer.append(json == null ? "null" : json);
        comma = true;
        return this;
    }

    JsonWriter field(String name, @Nullable Object scalar) throws IOException {
        return name(name).value(scalar);
    }

    JsonWriter strings(String name, List<String> values) throws IOException {
        name(name).beginArray();
        for (String value : values) {
            value(value);
        }
        return endArray();
    }

    /** A line break between records, outside of any value. */
    JsonWriter newline() {
        buffer.append('\n');
        return this;
    }

    /** Forgets that a value came before: the next one begins a document of its own. */
    JsonWriter nextDocument() {
        comma = false;
        return this;
    }

    private void separate() throws IOException {
        if (comma) {
            buffer.append(',');
        }
        if (buffer.length() >= FLUSH_AT) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(escaped().getBytes(StandardCharsets.UTF_8));
        buffer.setLength(0);
    }

    private String escaped() {
        StringBuilder safe = null;
        int copied = 0;
        for (int i = 0; i < buffer.length(); i++) {
            char c = buffer.charAt(i);
            if (isHarmless(c)) {
                continue;
            }
            int point = Character.codePointAt(buffer, i);
            if (point >= 0x7F && !Visible.isHarmful(point)) {
                i += Character.charCount(point) - 1;
                continue;
            }
            safe = safe == null ? new StringBuilder(buffer.length() + 256) : safe;
            safe.append(buffer, copied, i);
            escape(safe, point);
            i += Character.charCount(point) - 1;
            copied = i + 1;
        }
        return safe == null
                ? buffer.toString()
                : safe.append(buffer, copied, buffer.length()).toString();
    }

    /** Line feeds are ours: those in strings are escaped already. */
    private boolean isHarmless(char c) {
        return c < 0x7F && !(insideHtml && (c == '<' || c == '>' || c == '&'));
    }

    private static void escape(StringBuilder out, int point) {
        if (point > 0xFFFF) {
            Visible.unit(out, Character.highSurrogate(point));
            Visible.unit(out, Character.lowSurrogate(point));
        } else {
            Visible.unit(out, (char) point);
        }
    }
}
