package dev.gabion.kube.read;

import dev.gabion.kube.tree.Position;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A window onto a stream that a splitter scans and cuts documents from. It grows up to one document's limit and slides
 * on, so a file of any size is read in bounded memory.
 */
final class Window {
    /** What a splitter may look at beyond the limit: a marker and the blank after it. */
    static final int LOOKAHEAD = 4;

    private static final int INITIAL = 1 << 16;

    private final InputStream in;
    private final int limit;
    private byte[] bytes = new byte[INITIAL];
    private int head;
    private int size;
    private boolean ended;
    private long offset;
    private int line = 1;
    private int column = 1;

    Window(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    int size() {
        return size;
    }

    byte at(int i) {
        return bytes[head + i];
    }

    /** Offset in the file of the window's first byte. */
    long offset() {
        return offset;
    }

    /** Place in the file of the window's first byte. */
    Position place() {
        return new Position(line, column);
    }

    /** The most bytes a document may have. */
    int limit() {
        return limit;
    }

    /** Whether byte {@code i} exists; reads on where it is not in the window yet. At most to the lookahead's end. */
    boolean has(int i) throws IOException {
        while (i >= size) {
            if (ended || i >= limit + LOOKAHEAD || !more()) {
                return false;
            }
        }
        return true;
    }

    private boolean more() throws IOException {
        if (head + size == bytes.length) {
            makeRoom();
        }
        int read = in.read(bytes, head + size, bytes.length - head - size);
        if (read < 0) {
            ended = true;
            return false;
        }
        size += read;
        return true;
    }

    private void makeRoom() {
        int most = Math.max(limit + LOOKAHEAD + 1, INITIAL);
        boolean grows = size > bytes.length / 2 && bytes.length < most;
        byte[] target = grows ? new byte[(int) Math.min(bytes.length * 2L, most)] : bytes;
        System.arraycopy(bytes, head, target, 0, size);
        bytes = target;
        head = 0;
    }

    /** The first {@code count} bytes, which leave the window. */
    byte[] cut(int count) {
        byte[] taken = copy(count);
        drop(count);
        return taken;
    }

    /** The first {@code count} bytes, which stay in the window. */
    byte[] copy(int count) {
        return Arrays.copyOfRange(bytes, head, head + count);
    }

    void drop(int count) {
        for (int i = head; i < head + count; i++) {
            if (bytes[i] == '\n') {
                line++;
                column = 1;
            } else if ((bytes[i] & 0xC0) != 0x80) {
                column++;
            }
        }
        move(count);
    }

    /** Drops a byte order mark, which no editor counts as a column. */
    void dropByteOrderMark() throws IOException {
        if (has(2) && at(0) == (byte) 0xEF && at(1) == (byte) 0xBB && at(2) == (byte) 0xBF) {
            move(3);
        }
    }

    private void move(int count) {
        offset += count;
        head += count;
        size -= count;
    }

    /** Whether a document marker, three times this character and then a blank or the end, begins at {@code i}. */
    boolean isMarker(int i, char mark) throws IOException {
        return has(i + 2)
                && at(i) == mark
                && at(i + 1) == mark
                && at(i + 2) == mark
                && (!has(i + 3) || isBlank(at(i + 3)));
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }
}
