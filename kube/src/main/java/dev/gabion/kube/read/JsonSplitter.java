package dev.gabion.kube.read;

import dev.gabion.kube.read.Chunk.Syntax;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of concatenated or line-delimited JSON values. A value ends where its brackets balance; where they do
 * not, an object that opens in column 0 after a finished line begins the next one, so a torn line of NDJSON costs only
 * itself.
 */
final class JsonSplitter implements Splitter {
    private final String file;
    private final Window window;
    private final Limits limits;
    private final Syntax syntax;
    private int index;

    JsonSplitter(String file, Window window, Limits limits, Syntax syntax) {
        this.file = file;
        this.window = window;
        this.limits = limits;
        this.syntax = syntax;
    }

    @Override
    public @Nullable Chunk next() throws IOException {
        if (!skipBlanks()) {
            return null;
        }
        long offset = window.offset();
        int line = window.line();
        int end = valueEnd();
        if (end < 0) {
            window.drop(window.size());
            skipToLine();
            Problem problem = new Problem(
                    Problem.Level.ERROR,
                    "documentTooLarge",
                    file,
                    line,
                    1,
                    "the document is larger than " + (limits.documentBytes() >> 20) + " MiB",
                    "split it, or leave the file out with .gabionignore");
            return new Chunk(file, index++, offset, line, new byte[0], syntax, problem);
        }
        return new Chunk(file, index++, offset, line, window.cut(end), syntax, null);
    }

    private boolean skipBlanks() throws IOException {
        while (true) {
            int i = 0;
            while (i < window.size() && isSpace(window.at(i))) {
                i++;
            }
            window.drop(i);
            if (window.size() > 0) {
                return true;
            }
            if (!window.more()) {
                return false;
            }
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == ',';
    }

    /** Where the value at the window's start ends; -1 when it is over the limit. */
    private int valueEnd() throws IOException {
        int depth = 0;
        boolean text = false;
        byte last = 0;
        for (int i = 0; ; i++) {
            if (i >= window.size()) {
                if (window.full()) {
                    return -1;
                }
                if (!window.more()) {
                    return window.size();
                }
                i--;
                continue;
            }
            byte b = window.at(i);
            if (text) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    text = false;
                    last = b;
                } else if (b == '\n') {
                    return i + 1;
                }
                continue;
            }
            if (depth > 0
                    && b == '{'
                    && i > 0
                    && window.at(i - 1) == '\n'
                    && last != ','
                    && last != '['
                    && last != ':') {
                return i;
            }
            switch (b) {
                case '"' -> text = true;
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    depth--;
                    if (depth <= 0) {
                        return i + 1;
                    }
                }
                case '\n' -> {
                    if (depth == 0) {
                        return i + 1;
                    }
                }
                default -> {}
            }
            last = isBlank(b) ? last : b;
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    private void skipToLine() throws IOException {
        while (window.more()) {
            for (int i = 0; i < window.size(); i++) {
                if (window.at(i) == '\n') {
                    window.drop(i + 1);
                    return;
                }
            }
            window.drop(window.size());
        }
    }
}
