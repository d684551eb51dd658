package dev.gabion.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard output and error. Output is checked: a full disk is an error, a closed pipe ends the command without a word.
 * What the terminal can do comes from the launcher, which can ask it for free.
 */
final class Terminal {
    private static final int DEFAULT_WIDTH = 100;

    private final OutputStream out;
    private final OutputStream err;

    Terminal(OutputStream out, OutputStream err) {
        this.out = out;
        this.err = err;
    }

    static Terminal standard() {
        return new Terminal(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                new FileOutputStream(FileDescriptor.err));
    }

    OutputStream out() {
        return out;
    }

    void print(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A line on standard error. Losing it is no reason to fail. */
    void say(String line) {
        try {
            err.write((Escapes.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // nobody listens
        }
    }

    /** Text on standard error as it is, for progress. */
    void show(String text) {
        try {
            err.write(text.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // nobody listens
        }
    }

    void flush() throws IOException {
        out.flush();
    }

    boolean outputIsTerminal() {
        return System.getProperty("gabion.tty.out") != null;
    }

    boolean errorIsTerminal() {
        return System.getProperty("gabion.tty.err") != null;
    }

    int width() {
        return Integer.getInteger("gabion.columns", DEFAULT_WIDTH);
    }

    boolean wantsColor(Arguments arguments) {
        String noColor = System.getenv("NO_COLOR");
        return outputIsTerminal() && !arguments.has("no-color") && (noColor == null || noColor.isEmpty());
    }
}
