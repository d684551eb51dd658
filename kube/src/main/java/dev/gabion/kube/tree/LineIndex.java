package dev.gabion.kube.tree;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Turns byte offsets of a UTF-8 text into lines and columns; small enough to outlive the text. */
final class LineIndex {
    private final int[] starts;
    private final @Nullable BitSet continuations;

    LineIndex(byte[] utf8) {
        int[] found = new int[16];
        int lines = 1;
        BitSet inner = null;
        for (int i = 0; i < utf8.length; i++) {
            byte b = utf8[i];
            if (b == '\n') {
                if (lines == found.length) {
                    found = Arrays.copyOf(found, lines * 2);
                }
                found[lines++] = i + 1;
            } else if ((b & 0xC0) == 0x80) {
                inner = inner == null ? new BitSet() : inner;
                inner.set(i);
            }
        }
        this.starts = Arrays.copyOf(found, lines);
        this.continuations = inner;
    }

    /** Line from 0 that contains the offset. */
    int line(int offset) {
        int i = Arrays.binarySearch(starts, offset);
        return i >= 0 ? i : -i - 2;
    }

    /** Column from 1 in code points. */
    int column(int offset) {
        int from = starts[line(offset)];
        int bytes = offset - from;
        if (continuations == null) {
            return bytes + 1;
        }
        int inner = 0;
        for (int i = continuations.nextSetBit(from); i >= 0 && i < offset; i = continuations.nextSetBit(i + 1)) {
            inner++;
        }
        return bytes - inner + 1;
    }
}
