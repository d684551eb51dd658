package dev.gabion.report;

/**
 * Makes characters visible that steer a terminal, turn text around, hide in it or fit into no document: control and
 * format characters, line separators, lone surrogates, noncharacters. They come out as {@code \}{@code u001b}.
 */
final class Visible {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private Visible() {}

    /** The text in one line. */
    static String line(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSuspect(text.charAt(i))) {
                StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, i);
                append(out, text, i, text.length());
                return out.toString();
            }
        }
        return text;
    }

    /** Text people wrote for people: breaks and runs of blanks are single blanks. */
    static String prose(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                blank = !out.isEmpty();
            } else {
                if (blank) {
                    out.append(' ');
                    blank = false;
                }
                out.append(c);
            }
        }
        return line(out.toString());
    }

    /** Appends a stretch of a text, in one line. */
    static void append(StringBuilder out, String text, int from, int to) {
        int i = from;
        while (i < to) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isHarmful(c)) {
                escape(out, c);
            } else {
                out.appendCodePoint(c);
            }
        }
    }

    /** Printable ASCII needs no second look. */
    private static boolean isSuspect(char c) {
        return c < ' ' || c >= 0x7F;
    }

    /** Whether a code point must not be printed as it is. */
    static boolean isHarmful(int c) {
        if (c < 0x7F) {
            return c < ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> (c & 0xFFFE) == 0xFFFE;
        };
    }

    static void escape(StringBuilder out, int c) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c > 0xFFFF) {
                    unit(out, Character.highSurrogate(c));
                    unit(out, Character.lowSurrogate(c));
                } else {
                    unit(out, (char) c);
                }
            }
        }
    }

    /** One UTF-16 unit the way JSON and Java escape it. */
    static void unit(StringBuilder out, char c) {
        out.append("\\u")
                .append(HEX[c >> 12])
                .append(HEX[c >> 8 & 15])
                .append(HEX[c >> 4 & 15])
                .append(HEX[c & 15]);
    }
}
