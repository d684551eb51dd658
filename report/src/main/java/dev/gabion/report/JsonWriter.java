package dev.gabion.report;

import dev.gabion.kube.tree.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes JSON to a stream as it comes, in UTF-8. Commas take care of themselves. */
final class JsonWriter {
    private static final int FLUSH_AT = 1 << 15;

    private final OutputStream out;
    private final StringBuilder buffer = new StringBuilder(FLUSH_AT + 1024);
    private boolean comma;

    JsonWriter(OutputStream out) {
        this.out = out;
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
        out.write(buffer.toString().getBytes(StandardCharsets.UTF_8));
        buffer.setLength(0);
    }
}
