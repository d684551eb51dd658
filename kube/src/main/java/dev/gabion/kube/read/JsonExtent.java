package dev.gabion.kube.read;

/**
 * Follows a JSON value byte by byte to where it ends, without parsing it. A value that is not well-formed is torn: it
 * reaches up to the next line that opens an object or array in column 0, so it cannot hide the values after it.
 */
final class JsonExtent {
    /** The value goes on. */
    static final int GOES_ON = -1;

    private static final int MARKER = 3;

    private int depth;
    private int dashes;
    private boolean started;
    private boolean text;
    private boolean escaped;
    private boolean torn;
    private boolean opensLine;
    private byte previous;
    private byte last;

    /** Whether the value ends otherwise than by closing its last bracket. */
    boolean torn() {
        return torn || depth > 0;
    }

    /**
     * Whether the byte taken last opens an object or array in column 0 where one may follow. If the value turns out
     * to be torn, it may have been torn before that line.
     */
    boolean opensLine() {
        return opensLine;
    }

    /** Takes the next byte: {@link #GOES_ON}, or how many of the bytes taken last are no longer the value's. */
    int take(byte b) {
        boolean lineStart = previous == '\n';
        boolean opens = b == '{' || b == '[';
        previous = b;
        opensLine = false;
        if (isMarker(b, lineStart)) {
            return MARKER;
        }
        if (!started) {
            started = true;
            torn = !opens;
        }
        if (torn) {
            return lineStart && opens ? 1 : GOES_ON;
        }
        return text ? inText(b) : inStructure(b, opens && lineStart);
    }

    /** JSON has no line that begins with three dashes. */
    private boolean isMarker(byte b, boolean lineStart) {
        boolean dash = b == '-' && (lineStart || dashes > 0);
        dashes = dash ? dashes + 1 : 0;
        return dashes == MARKER;
    }

    private int inText(byte b) {
        if (b == '\n') {
            torn = true;
        } else if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"') {
            text = false;
            last = b;
        }
        return GOES_ON;
    }

    private int inStructure(byte b, boolean opensInFirstColumn) {
        if (opensInFirstColumn) {
            if (last != ',' && last != ':' && last != '[') {
                torn = true;
                return 1;
            }
            opensLine = true;
        }
        switch (b) {
            case '"' -> text = true;
            case '{', '[' -> depth++;
            case '}', ']' -> depth--;
            default -> {}
        }
        if (!Window.isBlank(b)) {
            last = b;
        }
        return depth == 0 ? 0 : GOES_ON;
    }
}
