package dev.gabion.kube.read;

import dev.gabion.kube.read.Chunk.Syntax;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a YAML stream at the markers {@code ---} and {@code ...} in column 0. No scalar may contain those, so a document
 * that does not parse cannot hide the next one.
 */
final class YamlSplitter implements Splitter {
    private static final int TOO_LARGE = -1;

    private final Cutter cutter;
    private final Window window;
    /** Where the scan for the document's end has come to; what lies before is this document's. */
    private int lineStart;

    YamlSplitter(Cutter cutter) {
        this.cutter = cutter;
        this.window = cutter.window();
    }

    @Override
    public @Nullable Chunk next() throws IOException {
        while (true) {
            int end = documentEnd();
            if (end == TOO_LARGE) {
                Chunk chunk = cutter.tooLarge(Syntax.YAML);
                skipDocument();
                return chunk;
            }
            if (end == 0) {
                return null;
            }
            if (hasContent(end)) {
                return cutter.cut(end, Syntax.YAML);
            }
            if (window.isMarker(0, '-')) {
                cutter.pass(end);
            } else {
                window.drop(end);
            }
        }
    }

    /** Where the first document of the window ends; 0 at the end of the stream. */
    private int documentEnd() throws IOException {
        lineStart = 0;
        while (lineStart <= window.limit()) {
            if (lineStart > 0 && window.isMarker(lineStart, '-') && !onlyDirectives(lineStart)) {
                return lineStart;
            }
            boolean last = window.isMarker(lineStart, '.');
            int next = lineEnd(lineStart);
            if (next > window.limit()) {
                return TOO_LARGE;
            }
            if (last || next == lineStart) {
                return next;
            }
            lineStart = next;
        }
        return TOO_LARGE;
    }

    /** Byte after the newline that ends a line, or the end of the stream, or a byte over the limit. */
    private int lineEnd(int from) throws IOException {
        int i = from;
        while (i <= window.limit() && window.has(i)) {
            if (window.at(i++) == '\n') {
                break;
            }
        }
        return i;
    }

    /** A {@code %YAML} line belongs to the marker after it. */
    private boolean onlyDirectives(int end) {
        boolean directive = false;
        int i = 0;
        while (i < end) {
            byte b = window.at(i);
            boolean atLineStart = i == 0 || window.at(i - 1) == '\n';
            if (b == '#' || (b == '%' && atLineStart)) {
                directive |= b == '%';
                i = skipLine(i, end);
            } else if (Window.isBlank(b)) {
                i++;
            } else {
                return false;
            }
        }
        return directive;
    }

    /** Whether anything but white space, comments and markers is there. */
    private boolean hasContent(int end) throws IOException {
        int i = window.isMarker(0, '-') ? 3 : 0;
        while (i < end) {
            byte b = window.at(i);
            boolean atLineStart = i == 0 || window.at(i - 1) == '\n';
            if (b == '#') {
                i = skipLine(i, end);
            } else if (Window.isBlank(b)) {
                i++;
            } else if (atLineStart && window.isMarker(i, '.')) {
                i += 3;
            } else {
                return true;
            }
        }
        return false;
    }

    private int skipLine(int from, int end) {
        int i = from;
        while (i < end && window.at(i) != '\n') {
            i++;
        }
        return i;
    }

    /** Drops a document that is over the limit, from the line the scan has come to up to the next marker. */
    private void skipDocument() throws IOException {
        window.drop(lineStart);
        boolean last;
        do {
            last = window.isMarker(0, '.');
            dropLine();
        } while (!last && window.has(0) && !window.isMarker(0, '-'));
    }

    private void dropLine() throws IOException {
        while (true) {
            int next = lineEnd(0);
            boolean ended = next == 0 || window.at(next - 1) == '\n';
            window.drop(next);
            if (ended) {
                return;
            }
        }
    }
}
