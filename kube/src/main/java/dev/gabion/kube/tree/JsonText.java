package dev.gabion.kube.tree;

import org.jspecify.annotations.Nullable;

/** Nodes and scalars as compact JSON text. Keys keep the order of the tree. */
public final class JsonText {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonText() {}

    public static String of(Node node) {
        StringBuilder out = new StringBuilder();
        append(out, node);
        return out.toString();
    }

    private static void append(StringBuilder out, Node node) {
        switch (node) {
            case MapNode map -> {
                out.append('{');
                for (int i = 0; i < map.size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    quote(out, map.key(i));
                    out.append(':');
                    append(out, map.value(i));
                }
                out.append('}');
            }
            case ListNode list -> {
                out.append('[');
                for (int i = 0; i < list.size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    append(out, list.get(i));
                }
                out.append(']');
            }
            case RefusedNode refused -> append(out, refused.original());
            case ScalarNode scalar -> scalar(out, scalar.value());
        }
    }

    /** Appends a string, number, boolean or null. Numbers JSON cannot write become strings. */
    public static void scalar(StringBuilder out, @Nullable Object value) {
        if (value instanceof Double number && (number.isNaN() || number.isInfinite())) {
            quote(out, number.toString());
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            quote(out, value.toString());
        }
    }

    /** Appends a JSON string. Control characters are escaped, and so are the line separators JavaScript trips over. */
    public static void quote(StringBuilder out, String text) {
        out.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' '
                    && c != '"'
                    && c != '\\'
                    && c != 0x7F
                    && (c < 0x2028 || c > 0x2029)
                    && !Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            out.append(text, from, i);
            escape(out, c);
            from = i + 1;
        }
        out.append(text, from, text.length()).append('"');
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default ->
                out.append("\\u")
                        .append(HEX[c >> 12])
                        .append(HEX[c >> 8 & 15])
                        .append(HEX[c >> 4 & 15])
                        .append(HEX[c & 15]);
        }
    }
}
