package dev.gabion.kube.read;

import dev.gabion.kube.tree.FieldPath;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Generated JSON values, one after the other, with white space wherever JSON allows it. */
final class WrittenJson extends Written {
    private static final int DEEPEST = 4;

    private final boolean lines;

    /** @param lines one value on each line, as NDJSON has them */
    WrittenJson(Random random, int documents, boolean lines) {
        super(random);
        this.lines = lines;
        if (chance(30)) {
            out.append('\uFEFF');
        }
        for (document = 0; document < documents; document++) {
            value(FieldPath.ROOT, -1, -1, 0, true);
            out.append(lines ? eol : chance(50) ? eol : chance(50) ? " " : "");
        }
    }

    private void value(FieldPath path, int keyStart, int keyEnd, int depth, boolean collection) {
        int slot = values.size();
        int start = here();
        String text = null;
        if (collection || (depth < DEEPEST && chance(40))) {
            collection(path, depth);
        } else {
            text = scalar();
        }
        values.add(slot, new Value(document, path, keyStart, keyEnd, start, here(), text));
    }

    private void collection(FieldPath path, int depth) {
        boolean isMap = depth == 0 || chance(50);
        out.append(isMap ? '{' : '[');
        int items = random.nextInt(5);
        for (int i = 0; i < items; i++) {
            space();
            if (isMap) {
                String name = word() + i;
                int keyStart = here();
                out.append('"').append(name).append("\\\"\\\\\"");
                int keyEnd = here();
                space();
                out.append(':');
                space();
                value(path.key(name + "\"\\"), keyStart, keyEnd, depth + 1, false);
            } else {
                value(path.item(i), -1, -1, depth + 1, false);
            }
            space();
            out.append(i < items - 1 ? "," : "");
        }
        space();
        out.append(isMap ? '}' : ']');
    }

    private @Nullable String scalar() {
        String text = word();
        switch (random.nextInt(7)) {
            case 0 -> out.append("true");
            case 1 -> out.append("null");
            case 2 -> out.append(random.nextLong());
            case 3 -> out.append(random.nextDouble());
            case 4 -> out.append("-0.5e+3");
            default -> {
                out.append('"').append(text).append("\\n{[\\u00e9\"");
                return text + "\n{[é";
            }
        }
        return null;
    }

    /** Values of one line stay on it; others never open in column 0, where the next value would. */
    private void space() {
        switch (random.nextInt(6)) {
            case 0 -> out.append(' ');
            case 1 -> out.append('\t');
            case 2 -> out.append(lines ? " " : eol + "  ");
            default -> {}
        }
    }
}
