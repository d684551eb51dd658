package dev.gabion.report;

import org.jspecify.annotations.Nullable;

/** Text for element content and attribute values in double quotes. Source: XML 1.0, sections 2.2 and 2.4. */
final class XmlText {
    private XmlText() {}

    static String escaped(String text) {
        String line = Visible.line(text);
        StringBuilder out = null;
        for (int i = 0; i < line.length(); i++) {
            String entity = entity(line.charAt(i));
            if (entity != null && out == null) {
                out = new StringBuilder(line.length() + 16).append(line, 0, i);
            }
            if (out != null) {
                if (entity == null) {
                    out.append(line.charAt(i));
                } else {
                    out.append(entity);
                }
            }
        }
        return out == null ? line : out.toString();
    }

    private static @Nullable String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
        };
    }
}
