package dev.gabion.kube.read;

import dev.gabion.kube.read.Chunk.Syntax;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of concatenated or line-delimited JSON values. A value ends where its brackets balance; one whose
 * brackets do not ends before the next line that opens a value in column 0, so a torn line of NDJSON costs only itself.
 */
final class JsonSplitter implements Splitter {
    /** How often the whole limit may be scanned again after torn values, so that they cannot make a scan slow. */
    private static final int MOST_RESCANS = 4;

    private final Cutter cutter;
    private final Window window;
    private JsonExtent extent = new JsonExtent();
    private int scanned;
    private boolean finished;
    private long rescanned;

    JsonSplitter(Cutter cutter) {
        this.cutter = cutter;
        this.window = cutter.window();
    }

    @Override
    public @Nullable Chunk next() throws IOException {
        return skipSpace() ? value(valueEnd(), Syntax.JSON) : null;
    }

    /** The value that {@link #valueEnd} found the end of. */
    Chunk value(int end, Syntax syntax) throws IOException {
        if (end <= window.limit()) {
            return cutter.cut(end, syntax);
        }
        Chunk chunk = cutter.tooLarge(syntax);
        if (finished) {
            window.drop(end);
        } else {
            dropRest();
        }
        return chunk;
    }

    /** Drops white space and commas; false at the end of the stream. */
    boolean skipSpace() throws IOException {
        while (window.has(0)) {
            int i = 0;
            while (i < window.size() && isSpace(window.at(i))) {
                i++;
            }
            window.drop(i);
            if (window.size() > 0) {
                return true;
            }
        }
        return false;
    }

    static boolean isSpace(byte b) {
        return Window.isBlank(b) || b == ',';
    }

    /** Where the value at the window's start ends; over the limit where it is too large. */
    int valueEnd() throws IOException {
        extent = new JsonExtent();
        scanned = 0;
        int rest = JsonExtent.GOES_ON;
        int tornBefore = 0;
        while (rest == JsonExtent.GOES_ON && window.has(scanned)) {
            rest = extent.take(window.at(scanned));
            if (extent.opensLine() && tornBefore == 0) {
                tornBefore = scanned;
            }
            scanned++;
        }
        finished = rest != JsonExtent.GOES_ON;
        int end = rest == 0 ? withJunk(scanned) : finished ? scanned - rest : scanned;
        boolean torn = end <= window.limit() && extent.torn() && tornBefore > 0;
        return torn && mayRescan(scanned - tornBefore) ? tornBefore : end;
    }

    /** What follows on the line and opens no value belongs to this one, which it breaks. */
    private int withJunk(int end) throws IOException {
        int i = end;
        while (window.has(i) && isSpace(window.at(i)) && window.at(i) != '\n') {
            i++;
        }
        if (!window.has(i) || window.at(i) == '\n' || opensValue(i)) {
            return end;
        }
        while (window.has(i) && window.at(i) != '\n') {
            i++;
        }
        return i;
    }

    boolean opensValue(int i) throws IOException {
        return window.has(i) && (window.at(i) == '{' || window.at(i) == '[');
    }

    private boolean mayRescan(int bytes) {
        rescanned += bytes;
        return rescanned <= (long) MOST_RESCANS * window.limit();
    }

    /** Drops a value that is over the limit: what was scanned of it, and what follows to its end. */
    private void dropRest() throws IOException {
        int at = scanned;
        while (true) {
            int seen = Math.max(0, at - Window.LOOKAHEAD);
            window.drop(seen);
            at -= seen;
            if (!window.has(at)) {
                window.drop(at);
                return;
            }
            while (at < window.size()) {
                int rest = extent.take(window.at(at++));
                if (rest >= 0) {
                    window.drop(at - rest);
                    return;
                }
            }
        }
    }
}
