package dev.gabion.kube.read;

import dev.gabion.kube.tree.FieldPath;
import java.util.Random;

/** Generated YAML: block and flow collections in any mixture, every style of scalar, comments, anchors and tags. */
final class WrittenYaml extends Written {
    private static final int DEEPEST = 4;

    private int anchors;

    WrittenYaml(Random random, int documents) {
        super(random);
        if (chance(30)) {
            out.append('\uFEFF');
        }
        for (document = 0; document < documents; document++) {
            if (document > 0 || chance(50)) {
                out.append(chance(20) ? "# before" + eol : "");
                out.append("---").append(chance(30) ? " # é😀" : "").append(eol);
            }
            collection(FieldPath.ROOT, 0, -1, -1, 0);
        }
    }

    private void collection(FieldPath path, int indent, int keyStart, int keyEnd, int depth) {
        collection(path, indent, keyStart, keyEnd, -1, depth, false);
    }

    /** @param prefixed where the anchor or tag before the collection begins, or -1 */
    private int collection(
            FieldPath path, int indent, int keyStart, int keyEnd, int prefixed, int depth, boolean sameLine) {
        int slot = values.size();
        int[] span = chance(60) ? map(path, indent, depth, sameLine) : list(path, indent, depth, sameLine);
        int start = prefixed >= 0 ? prefixed : span[0];
        values.add(slot, new Value(document, path, keyStart, keyEnd, start, span[1], null));
        return span[1];
    }

    private int[] map(FieldPath path, int indent, int depth, boolean sameLine) {
        int start = -1;
        int end = -1;
        int entries = 1 + random.nextInt(4);
        for (int i = 0; i < entries; i++) {
            if (i > 0 || !sameLine) {
                fillers();
                out.append(" ".repeat(indent));
            }
            int keyStart = here();
            String name = key(i);
            int keyEnd = here();
            out.append(':');
            start = i == 0 ? keyStart : start;
            end = value(path.key(name), indent, keyStart, keyEnd, depth, true);
        }
        return new int[] {start, end};
    }

    private int[] list(FieldPath path, int indent, int depth, boolean sameLine) {
        int start = -1;
        int end = -1;
        int items = 1 + random.nextInt(4);
        for (int i = 0; i < items; i++) {
            if (i > 0 || !sameLine) {
                fillers();
                out.append(" ".repeat(indent));
            }
            start = i == 0 ? here() : start;
            out.append('-');
            end = value(path.item(i), indent, -1, -1, depth, false);
        }
        return new int[] {start, end};
    }

    private String key(int i) {
        String name = word() + "-" + i;
        switch (random.nextInt(4)) {
            case 0 -> {
                name = name + " a.b/c: #";
                out.append('"').append(name).append('"');
            }
            case 1 -> {
                out.append('\'').append(name).append("''s'");
                name = name + "'s";
            }
            default -> out.append(name);
        }
        return name;
    }

    /** Writes what follows a colon or a dash; gives the value's end. */
    private int value(FieldPath path, int indent, int keyStart, int keyEnd, int depth, boolean inMap) {
        int choice = random.nextInt(depth >= DEEPEST ? 6 : 10);
        return switch (choice) {
            case 0 -> {
                int at = here();
                add(path, keyStart, keyEnd, at, at, null);
                endLine();
                yield at;
            }
            case 1, 2, 3 -> inline(path, keyStart, keyEnd, depth, false);
            case 4 -> inline(path, keyStart, keyEnd, depth, true);
            case 5 -> blockScalar(path, indent, keyStart, keyEnd);
            default -> nested(path, indent, keyStart, keyEnd, depth, inMap);
        };
    }

    private int nested(FieldPath path, int indent, int keyStart, int keyEnd, int depth, boolean inMap) {
        if (!inMap && chance(50)) {
            int spaces = 1 + random.nextInt(3);
            out.append(" ".repeat(spaces));
            return collection(path, indent + 1 + spaces, keyStart, keyEnd, -1, depth + 1, true);
        }
        int prefixed = prefix();
        endLine();
        return collection(path, indent + 1 + random.nextInt(3), keyStart, keyEnd, prefixed, depth + 1, false);
    }

    /** An anchor or a tag now and then; gives where it begins, or -1. */
    private int prefix() {
        if (!chance(20)) {
            return -1;
        }
        out.append(' ');
        int at = here();
        out.append(chance(50) ? "&a" + anchors++ : "!t");
        return at;
    }

    private int inline(FieldPath path, int keyStart, int keyEnd, int depth, boolean flow) {
        int prefixed = prefix();
        out.append(" ".repeat(1 + random.nextInt(2)));
        int slot = values.size();
        int start = here();
        String text = flow ? flow(path, depth) : scalar(false);
        int end = here();
        values.add(
                slot,
                new Value(
                        document,
                        path,
                        keyStart,
                        keyEnd,
                        prefixed >= 0 ? prefixed : start,
                        end,
                        prefixed >= 0 || flow ? null : text));
        endLine();
        return end;
    }

    private String scalar(boolean inFlow) {
        String text = word();
        return switch (random.nextInt(4)) {
            case 0 -> {
                out.append('"').append(text).append("\\t\\u00e9 # : x\"");
                yield text + "\té # : x";
            }
            case 1 -> {
                out.append('\'').append(text).append(" ''{}'");
                yield text + " '{}";
            }
            case 2 -> {
                out.append(text).append(inFlow ? " b c" : " b [c],d");
                yield text + (inFlow ? " b c" : " b [c],d");
            }
            default -> {
                out.append(text);
                yield text;
            }
        };
    }

    private String flow(FieldPath path, int depth) {
        boolean isMap = chance(50);
        out.append(isMap ? '{' : '[');
        int items = random.nextInt(4);
        for (int i = 0; i < items; i++) {
            gap();
            FieldPath at = path.item(i);
            int keyStart = -1;
            int keyEnd = -1;
            if (isMap) {
                keyStart = here();
                String name = key(i);
                keyEnd = here();
                out.append(": ");
                at = path.key(name);
            }
            if (!isMap && chance(15)) {
                pair(at);
                out.append(i < items - 1 ? "," : "");
                continue;
            }
            int slot = values.size();
            int start = here();
            String text = depth < DEEPEST && chance(30) ? flow(at, depth + 1) : scalar(true);
            boolean isScalar = values.size() == slot && !text.isEmpty();
            values.add(slot, new Value(document, at, keyStart, keyEnd, start, here(), isScalar ? text : null));
            gap();
            out.append(i < items - 1 ? "," : "");
        }
        gap();
        out.append(isMap ? '}' : ']');
        return "";
    }

    /** A map of one entry in a list, without braces of its own. */
    private void pair(FieldPath at) {
        int slot = values.size();
        int start = here();
        String name = key(0);
        int keyEnd = here();
        out.append(": ");
        int valueStart = here();
        String text = scalar(true);
        add(at.key(name), start, keyEnd, valueStart, here(), text);
        values.add(slot, new Value(document, at, -1, -1, start, here(), null));
    }

    private void gap() {
        out.append(chance(40) ? " " : "");
    }

    private int blockScalar(FieldPath path, int indent, int keyStart, int keyEnd) {
        out.append(' ');
        int start = here();
        boolean folded = chance(50);
        out.append(folded ? ">" : "|").append(chance(50) ? "-" : "");
        int end = -1;
        endLine();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            out.append(" ".repeat(indent + 2)).append(word()).append(": # ");
            out.append(word());
            end = here();
            out.append(eol).append(chance(20) ? eol : "");
        }
        add(path, keyStart, keyEnd, start, end, null);
        return end;
    }

    private void endLine() {
        out.append(chance(15) ? "  " : "");
        out.append(chance(15) ? " # " + word() : "").append(eol);
    }

    private void fillers() {
        out.append(chance(10) ? eol : "");
        out.append(chance(10) ? "# " + word() + eol : "");
    }
}
