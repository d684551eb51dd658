package dev.gabion.report;

import dev.gabion.finding.SecretFields;

/**
 * What of a line is meant: the key a finding points at and its value, as far as the line has it.
 *
 * @param from first char, inclusive
 * @param to last char, exclusive
 */
record Mark(String line, int from, int to) {
    private static final String CUT = "...";

    /** What begins at an offset: up to a comment, the end of a flow entry, or the end of the line. */
    static Mark in(String line, int offset) {
        int from = Math.min(offset, line.length());
        int end = end(line, from, isInFlow(line, from));
        while (end > from && line.charAt(end - 1) == ' ') {
            end--;
        }
        return new Mark(line, from, Math.max(end, Math.min(from + 1, line.length())));
    }

    private static int end(String line, int from, boolean flow) {
        int depth = 0;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if ((c == '"' || c == '\'') && (i == from || " :,[{(".indexOf(line.charAt(i - 1)) >= 0)) {
                i = closing(line, i);
            } else if (c == '#' && i > from && line.charAt(i - 1) == ' ') {
                return i;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (flow && depth == 0 && (c == ',' || c == '}' || c == ']')) {
                return i;
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return line.length();
    }

    /** The last char of a quoted text, or of the line. */
    private static int closing(String line, int open) {
        char quote = line.charAt(open);
        for (int i = open + 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quote == '"') {
                i++;
            } else if (c == quote) {
                return i;
            }
        }
        return line.length() - 1;
    }

    /** Whether the offset lies inside braces or brackets that open before it, or in JSON written over several lines. */
    private static boolean isInFlow(String line, int offset) {
        int depth = 0;
        for (int i = 0; i < offset; i++) {
            char c = line.charAt(i);
            if ((c == '"' || c == '\'') && (i == 0 || " :,[{(".indexOf(line.charAt(i - 1)) >= 0)) {
                i = closing(line, i);
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return depth > 0 || (offset < line.length() && line.charAt(offset) == '"');
    }

    /** The same with the value hidden: all that is meant, but for its key. */
    Mark masked() {
        int value = from;
        for (int i = from; i < to; i++) {
            if (line.charAt(i) == ':' && (i + 1 == to || line.charAt(i + 1) == ' ' || line.charAt(from) == '"')) {
                value = i + 1;
                break;
            }
        }
        while (value < to && line.charAt(value) == ' ') {
            value++;
        }
        if (value >= to) {
            return this;
        }
        String masked = line.substring(0, value) + SecretFields.MASK + line.substring(to);
        return new Mark(masked, from, value + SecretFields.MASK.length());
    }

    /** The same without the first chars, and of a long line only what is near. */
    Mark without(int indent, int longest, int before) {
        if (line.length() - indent <= longest) {
            return new Mark(line.substring(indent), from - indent, to - indent);
        }
        int start = Math.max(indent, from - before);
        int end = Math.min(line.length(), start + longest);
        start = boundary(start);
        end = boundary(end);
        String head = start > indent ? CUT : "";
        String tail = end < line.length() ? CUT : "";
        int shift = head.length() - start;
        return new Mark(head + line.substring(start, end) + tail, from + shift, Math.min(to, end) + shift);
    }

    /** Not between the halves of a character. */
    private int boundary(int at) {
        boolean within = at > 0
                && at < line.length()
                && Character.isLowSurrogate(line.charAt(at))
                && Character.isHighSurrogate(line.charAt(at - 1));
        return within ? at - 1 : at;
    }

    /** The same with harmful characters made visible. */
    Mark visible() {
        StringBuilder out = new StringBuilder(line.length());
        Visible.append(out, line, 0, from);
        int first = out.length();
        Visible.append(out, line, from, to);
        int last = out.length();
        Visible.append(out, line, to, line.length());
        return new Mark(out.toString(), first, last);
    }
}
