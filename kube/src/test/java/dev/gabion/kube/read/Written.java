package dev.gabion.kube.read;

import dev.gabion.kube.tree.FieldPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A generated text that knows where it put every value, in characters of the whole file. */
abstract class Written {
    /** A value, and the key before it where it stands in a map. */
    record Value(
            int document,
            FieldPath path,
            int keyStart,
            int keyEnd,
            int start,
            int end,
            @Nullable String text) {}

    final Random random;
    final String eol;
    final StringBuilder out = new StringBuilder();
    final List<Value> values = new ArrayList<>();
    int document;

    Written(Random random) {
        this.random = random;
        this.eol = random.nextBoolean() ? "\n" : "\r\n";
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    int here() {
        return out.length();
    }

    void add(FieldPath path, int keyStart, int keyEnd, int start, int end, @Nullable String text) {
        values.add(new Value(document, path, keyStart, keyEnd, start, end, text));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A word with characters of one to four bytes. */
    String word() {
        StringBuilder word = new StringBuilder("w");
        for (int i = random.nextInt(6); i > 0; i--) {
            word.append(
                    switch (random.nextInt(6)) {
                        case 0 -> "é";
                        case 1 -> "日";
                        case 2 -> "😀";
                        case 3 -> "я";
                        default -> "x";
                    });
        }
        return word.append(random.nextInt(100)).toString();
    }
}
