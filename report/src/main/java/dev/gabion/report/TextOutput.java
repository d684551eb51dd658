package dev.gabion.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes text to a stream as it comes, in UTF-8. Escaping is the printer's business. */
final class TextOutput {
    private static final int FLUSH_AT = 1 << 15;

    private final OutputStream out;
    private final StringBuilder buffer = new StringBuilder(FLUSH_AT + 1024);

    TextOutput(OutputStream out) {
        this.out = out;
    }

    TextOutput text(String text) throws IOException {
        if (buffer.length() >= FLUSH_AT) {
            flush();
        }
        buffer.append(text);
        return this;
    }

    TextOutput text(char c) {
        buffer.append(c);
        return this;
    }

    TextOutput number(long number) {
        buffer.append(number);
        return this;
    }

    TextOutput blanks(int number) {
        for (int i = 0; i < number; i++) {
            buffer.append(' ');
        }
        return this;
    }

    void flush() throws IOException {
        out.write(buffer.toString().getBytes(StandardCharsets.UTF_8));
        buffer.setLength(0);
    }
}
