package dev.gabion.kube.tree;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns byte offsets of a UTF-8 text into lines and columns; small enough to outlive the text. Every question costs the
 * same, however long a line is.
 */
final class LineIndex {
    /** Words of 64 bytes between two counts. */
    private static final int STRIDE = 16;

    private final int[] starts;
    /** A bit for every byte that continues a character; null where the text is ASCII. */
    private final long @Nullable [] inner;
    /** How many of those bits are set before each stride. */
    private final int[] innerBefore;

    LineIndex(byte[] utf8) {
        int[] found = new int[16];
        int lines = 1;
        long[] bits = null;
        for (int i = 0; i < utf8.length; i++) {
            byte b = utf8[i];
            if (b == '\n') {
                if (lines == found.length) {
                    found = Arrays.copyOf(found, lines * 2);
                }
                found[lines++] = i + 1;
            } else if ((b & 0xC0) == 0x80) {
                bits = bits == null ? new long[(utf8.length >> 6) + 1] : bits;
                bits[i >> 6] |= 1L << i;
            }
        }
        this.starts = Arrays.copyOf(found, lines);
        this.inner = bits;
        this.innerBefore = bits == null ? new int[0] : counts(bits);
    }

    private static int[] counts(long[] bits) {
        int[] counts = new int[bits.length / STRIDE + 1];
        int sum = 0;
        for (int word = 0; word < bits.length; word++) {
            if (word % STRIDE == 0) {
                counts[word / STRIDE] = sum;
            }
            sum += Long.bitCount(bits[word]);
        }
        return counts;
    }

    /** Line from 0 that contains the offset. */
    int line(int offset) {
        int i = Arrays.binarySearch(starts, offset);
        return i >= 0 ? i : -i - 2;
    }

    /** Column from 1 in code points. */
    int column(int offset) {
        int from = starts[line(offset)];
        return offset - from - (innerBefore(offset) - innerBefore(from)) + 1;
    }

    private int innerBefore(int offset) {
        long[] bits = inner;
        if (bits == null) {
            return 0;
        }
        int last = offset >> 6;
        int sum = innerBefore[last / STRIDE];
        for (int word = last - last % STRIDE; word < last; word++) {
            sum += Long.bitCount(bits[word]);
        }
        return sum + Long.bitCount(bits[last] & ((1L << offset) - 1));
    }
}
