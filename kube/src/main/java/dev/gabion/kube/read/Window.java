package dev.gabion.kube.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A window onto a stream that a splitter scans and cuts documents from. It grows up to one document's limit and slides
 * on, so a file of any size is read in bounded memory.
 */
final class Window {
    private static final int INITIAL = 1 << 16;

    private final InputStream in;
    private final int limit;
    private byte[] bytes = new byte[INITIAL];
    private int head;
    private int size;
    private boolean ended;
    private long offset;
    private int line = 1;

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

    /** Line of the file, from 1, of the window's first byte. */
    int line() {
        return line;
    }

    boolean full() {
        return size >= limit;
    }

    /** Whether the stream has nothing after the window. */
    boolean ended() {
        return ended;
    }

    /** Reads on; false at the end of the stream. Only while the window is not {@link #full}. */
    boolean more() throws IOException {
        if (ended) {
            return false;
        }
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
        byte[] target = size > bytes.length / 2
                ? new byte[(int) Math.min(bytes.length * 2L, Math.max(limit + 1L, INITIAL))]
                : bytes;
        System.arraycopy(bytes, head, target, 0, size);
        bytes = target;
        head = 0;
    }

    /** The first {@code count} bytes, which leave the window. */
    byte[] cut(int count) {
        byte[] taken = Arrays.copyOfRange(bytes, head, head + count);
        drop(count);
        return taken;
    }

    void drop(int count) {
        for (int i = head; i < head + count; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        offset += count;
        head += count;
        size -= count;
    }
}
