package dev.gabion.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes HTML. Text goes through {@link XmlText}: HTML knows XML's five entities, and what must not be seen raw is the
 * same.
 */
final class HtmlOutput {
    private final TextOutput out;
    private final OutputStream stream;

    HtmlOutput(OutputStream stream) {
        this.stream = stream;
        this.out = new TextOutput(stream);
    }

    /** Markup, or text known to be harmless. */
    HtmlOutput raw(String markup) throws IOException {
        out.text(markup);
        return this;
    }

    HtmlOutput text(String text) throws IOException {
        out.text(XmlText.escaped(text));
        return this;
    }

    HtmlOutput number(long number) {
        out.number(number);
        return this;
    }

    /** An element that holds text only. */
    HtmlOutput element(String name, String cssClass, String text) throws IOException {
        raw("<").raw(name);
        if (!cssClass.isEmpty()) {
            raw(" class=\"").raw(cssClass).raw("\"");
        }
        return raw(">").text(text).raw("</").raw(name).raw(">");
    }

    /** A file that comes with this class. */
    static String asset(String name) throws IOException {
        try (var in = HtmlOutput.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the installation lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Writes all there is and gives the stream to another writer. */
    OutputStream handOver() throws IOException {
        out.flush();
        return stream;
    }
}
