package dev.gabion.report;

import java.util.Arrays;

/** Stretches of a line, collected in any order. */
final class Spans {
    private long[] spans = new long[8];
    private int size;

    /** Begins with stretches given as pairs of first and end. */
    Spans(int[] pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            add(pairs[i], pairs[i + 1]);
        }
    }

    void add(int from, int to) {
        if (size == spans.length) {
            spans = Arrays.copyOf(spans, size * 2);
        }
        spans[size++] = (long) from << 32 | to;
    }

    /** Pairs in order and apart; what overlapped or touched is one. */
    int[] merged() {
        Arrays.sort(spans, 0, size);
        int[] pairs = new int[2 * size];
        int used = 0;
        for (int i = 0; i < size; i++) {
            int from = (int) (spans[i] >>> 32);
            int to = (int) spans[i];
            if (used > 0 && from <= pairs[used - 1]) {
                pairs[used - 1] = Math.max(pairs[used - 1], to);
            } else {
                pairs[used++] = from;
                pairs[used++] = to;
            }
        }
        return Arrays.copyOf(pairs, used);
    }
}
