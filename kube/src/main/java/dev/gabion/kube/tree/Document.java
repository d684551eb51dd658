package dev.gabion.kube.tree;

import org.jspecify.annotations.Nullable;

/**
 * One document of a file: its bytes, where they begin, and the way from a byte offset to a line and column. The bytes
 * can be let go once nothing will be quoted from them; positions still resolve afterwards.
 */
public final class Document {
    private final String file;
    private final int index;
    private final long offset;
    private final Position start;
    private byte @Nullable [] bytes;
    private @Nullable LineIndex lines;

    /**
     * @param file the path as the user would type it
     * @param index number of the document in the file, from 0
     * @param offset of the first byte in the file
     * @param start where the first byte stands in the file; not column 1 where JSON values share a line
     * @param bytes UTF-8 text
     */
    public Document(String file, int index, long offset, Position start, byte[] bytes) {
        this.file = file;
        this.index = index;
        this.offset = offset;
        this.start = start;
        this.bytes = bytes;
    }

    public String file() {
        return file;
    }

    public int index() {
        return index;
    }

    /** Where the document begins in its file, in bytes. */
    public long offset() {
        return offset;
    }

    /** Line of the file, from 1, the document begins on. */
    public int firstLine() {
        return start.line();
    }

    /** The text, unless it was let go. */
    public byte @Nullable [] bytes() {
        return bytes;
    }

    /** Forgets the text and keeps what positions need. */
    public void release() {
        lines();
        bytes = null;
    }

    /** The place in the file of a byte of the document. */
    public Position position(int at) {
        LineIndex known = lines();
        int line = known.line(at);
        int column = known.column(at);
        return new Position(start.line() + line, line == 0 ? start.column() + column - 1 : column);
    }

    /** Line of the file, from 1, on which a span that ends before {@code end} ends. */
    public int endLine(int start, int end) {
        return this.start.line() + lines().line(Math.max(start, end - 1));
    }

    private LineIndex lines() {
        LineIndex known = lines;
        if (known == null) {
            byte[] text = bytes;
            known = new LineIndex(text == null ? new byte[0] : text);
            lines = known;
        }
        return known;
    }
}
