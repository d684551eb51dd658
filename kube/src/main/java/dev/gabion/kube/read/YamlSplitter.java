package dev.gabion.kube.read;

import dev.gabion.kube.read.Chunk.Syntax;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a YAML stream at the markers {@code ---} and {@code ...} in column 0. No scalar may contain those, so a document
 * that does not parse cannot hide the next one.
 */
final class YamlSplitter implements Splitter {
    private final String file;
    private final Window window;
    private final Limits limits;
    private int index;

    YamlSplitter(String file, Window window, Limits limits) {
        this.file = file;
        this.window = window;
        this.limits = limits;
    }

    @Override
    public @Nullable Chunk next() throws IOException {
        while (true) {
            int end = boundary();
            if (end < 0) {
                return tooLarge();
            }
            if (end == 0) {
                return null;
            }
            long offset = window.offset();
            int line = window.line();
            byte[] bytes = window.cut(end);
            boolean marked = isMarker(bytes, '-');
            boolean content = hasContent(bytes, marked);
            if (content || marked) {
                int number = index++;
                if (content) {
                    return new Chunk(file, number, offset, line, bytes, Syntax.YAML, null);
                }
            }
        }
    }

    /** Where the first document of the window ends; 0 at the end of the stream, -1 when it is over the limit. */
    private int boundary() throws IOException {
        int lineStart = 0;
        int at = 0;
        while (true) {
            at = newline(at);
            boolean last = at == window.size();
            if (last && !window.ended()) {
                if (window.full()) {
                    return -1;
                }
                window.more();
                continue;
            }
            int next = last ? at : at + 1;
            if (lineStart > 0 && startsMarker(lineStart, '-') && !onlyDirectives(lineStart)) {
                return lineStart;
            }
            if (last || startsMarker(lineStart, '.')) {
                return next;
            }
            lineStart = next;
            at = next;
        }
    }

    /** The next newline from {@code at} on, or the window's size. */
    private int newline(int at) {
        int i = at;
        while (i < window.size() && window.at(i) != '\n') {
            i++;
        }
        return i;
    }

    /** Whether a marker begins here; one that ends the stream needs no blank after it. */
    private boolean startsMarker(int at, char mark) {
        int size = window.size();
        return at + 2 < size
                && window.at(at) == mark
                && window.at(at + 1) == mark
                && window.at(at + 2) == mark
                && (at + 3 < size ? isBlank(window.at(at + 3)) : window.ended());
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    /** A {@code %YAML} line belongs to the marker after it. */
    private boolean onlyDirectives(int end) {
        boolean directive = false;
        boolean lineStart = true;
        boolean skip = false;
        for (int i = 0; i < end; i++) {
            byte b = window.at(i);
            if (b == '\n') {
                lineStart = true;
                skip = false;
                continue;
            }
            if (lineStart && b == '%') {
                directive = true;
                skip = true;
            } else if (b == '#') {
                skip = true;
            } else if (!skip && !isBlank(b)) {
                return false;
            }
            lineStart = false;
        }
        return directive;
    }

    private static boolean isMarker(byte[] bytes, char mark) {
        return bytes.length >= 3 && bytes[0] == mark && bytes[1] == mark && bytes[2] == mark;
    }

    /** Whether anything but white space, comments and the leading marker is there. */
    private static boolean hasContent(byte[] bytes, boolean marked) {
        boolean comment = false;
        for (int i = marked ? 3 : 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '\n') {
                comment = false;
            } else if (b == '#') {
                comment = true;
            } else if (!comment && !isBlank(b) && !isEndMarker(bytes, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEndMarker(byte[] bytes, int at) {
        int first = at;
        while (first > 0 && bytes[first - 1] == '.') {
            first--;
        }
        return bytes[at] == '.'
                && (first == 0 || bytes[first - 1] == '\n')
                && first + 2 < bytes.length
                && bytes[first + 1] == '.'
                && bytes[first + 2] == '.'
                && at - first < 3;
    }

    /** Reports a document over the limit and skips to the next marker. */
    private Chunk tooLarge() throws IOException {
        long offset = window.offset();
        int line = window.line();
        window.drop(window.size());
        skipToMarker();
        Problem problem = new Problem(
                Problem.Level.ERROR,
                "documentTooLarge",
                file,
                line,
                1,
                "the document is larger than " + (limits.documentBytes() >> 20) + " MiB",
                "split it with --- lines, or leave the file out with .gabionignore");
        return new Chunk(file, index++, offset, line, new byte[0], Syntax.YAML, problem);
    }

    private void skipToMarker() throws IOException {
        boolean atLineStart = false;
        while (true) {
            int i = 0;
            while (i < window.size()) {
                if (atLineStart && (startsMarker(i, '-') || window.size() - i < 4)) {
                    break;
                }
                atLineStart = window.at(i) == '\n';
                i++;
            }
            window.drop(i);
            if (atLineStart && startsMarker(0, '-')) {
                return;
            }
            if (!window.more()) {
                window.drop(window.size());
                return;
            }
        }
    }
}
