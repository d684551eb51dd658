package dev.gabion.report;

import java.nio.charset.StandardCharsets;

/** Message strings and addresses of SARIF. Source: SARIF 2.1.0, sections 3.11.5, 3.11.6 and 3.10. */
final class SarifText {
    private static final String PLAIN = "-._~/";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private SarifText() {}

    /** A plain text message: a viewer finds no link and no placeholder in it. */
    static String message(String text) {
        String line = Visible.line(text);
        boolean link = line.contains("](");
        StringBuilder out = null;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean bracket = link && (c == '[' || c == ']');
            boolean placeholder = (c == '{' && isDigit(line, i + 1)) || (c == '}' && isDigit(line, i - 1));
            if ((bracket || placeholder) && out == null) {
                out = new StringBuilder(line.length() + 16).append(line, 0, i);
            }
            if (out != null) {
                if (bracket) {
                    out.append('\\');
                } else if (placeholder) {
                    out.append(c);
                }
                out.append(c);
            }
        }
        return out == null ? line : out.toString();
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** Whether a file stands under the directory the scan ran in, as far as its name tells. */
    static boolean isRelative(String file) {
        boolean drive = file.length() > 2 && file.charAt(1) == ':' && file.charAt(2) == '/';
        return !file.startsWith("/") && !drive && !file.startsWith("<");
    }

    /** A file's name as the path of an address; with a scheme only where the name is absolute. */
    static String uri(String file) {
        String name = file.startsWith("./") ? file.substring(2) : file;
        StringBuilder out = new StringBuilder(name.length() + 16);
        if (name.startsWith("/")) {
            out.append("file://");
        } else if (!isRelative(name) && !name.startsWith("<")) {
            out.append("file:///");
        }
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if ((b >= 'a' && b <= 'z')
                    || (b >= 'A' && b <= 'Z')
                    || (b >= '0' && b <= '9')
                    || PLAIN.indexOf((char) b) >= 0) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
            }
        }
        return out.toString();
    }
}
