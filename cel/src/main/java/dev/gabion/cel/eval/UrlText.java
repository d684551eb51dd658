package dev.gabion.cel.eval;

import java.nio.charset.StandardCharsets;

/**
 * Reads URLs as Go's {@code net/url} does. Works on the UTF-8 bytes of a text, held as one char per byte. What is wrong
 * with a URL is thrown in Go's words.
 */
final class UrlText {
    private UrlText() {}

    /** Where in a URL a text stands, which decides what must be escaped there. */
    enum Part {
        PATH,
        USER,
        HOST,
        ZONE,
        QUERY,
        FRAGMENT
    }

    /** A text that is no URL. */
    static final class Fault extends Exception {
        Fault(String message) {
            super(message, null, false, false);
        }
    }

    /** An absolute URL or path, as in a request line, or a text that says what is wrong. */
    static Object request(String text) {
        String bytes = bytes(text);
        try {
            // A fragment is not cut off here: a request has none.
            UrlParser.parse(bytes, true);
            int hash = bytes.indexOf('#');
            UrlValue url = UrlParser.parse(hash < 0 ? bytes : bytes.substring(0, hash), false);
            return hash < 0 ? url : url.withFragment(bytes.substring(hash + 1));
        } catch (Fault fault) {
            return "parse " + quote(text) + ": " + fault.getMessage();
        }
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' || c == 127 ? "\\x" + hex(c) : String.valueOf(c));
            }
        }
        return out.append('"').toString();
    }

    private static String hex(char c) {
        return "" + Character.forDigit(c >> 4, 16) + Character.forDigit(c & 15, 16);
    }

    /** Takes escapes out. */
    static String unescape(String text, Part part) throws Fault {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0 && part != Part.HOST && part != Part.ZONE) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                out.append(escaped(text, i, part));
                i += 2;
            } else if (c == '+') {
                out.append(part == Part.QUERY ? ' ' : '+');
            } else {
                if ((part == Part.HOST || part == Part.ZONE) && c < 0x80 && mustEscape(c, part)) {
                    throw new Fault("invalid character " + quote(String.valueOf(c)) + " in host name");
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    private static char escaped(String text, int at, Part part) throws Fault {
        int high = at + 2 < text.length() ? digit(text.charAt(at + 1)) : -1;
        int low = at + 2 < text.length() ? digit(text.charAt(at + 2)) : -1;
        if (high < 0 || low < 0) {
            throw new Fault("invalid URL escape " + quote(text.substring(at, Math.min(at + 3, text.length()))));
        }
        char value = (char) (high << 4 | low);
        // In hosts only bytes beyond ASCII may be escaped, and the percent sign before a zone.
        boolean misplaced =
                (part == Part.HOST && high < 8) || (part == Part.ZONE && value != ' ' && mustEscape(value, Part.HOST));
        if (misplaced && value != '%') {
            throw new Fault("invalid URL escape " + quote(text.substring(at, at + 3)));
        }
        return value;
    }

    private static int digit(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    static String escape(String text, Part part) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (mustEscape(c, part)) {
                out.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    static boolean mustEscape(char c, Part part) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_.~".indexOf(c) >= 0) {
            return false;
        }
        if (part == Part.HOST || part == Part.ZONE) {
            return "!$&'()*+,;=:[]<>\"".indexOf(c) < 0;
        }
        if ("$&+,/:;=?@".indexOf(c) >= 0) {
            return switch (part) {
                case PATH -> c == '?';
                case USER -> c == '@' || c == '/' || c == '?' || c == ':';
                case FRAGMENT -> false;
                case QUERY, HOST, ZONE -> true;
            };
        }
        return part != Part.FRAGMENT || "!()*".indexOf(c) < 0;
    }

    /** Whether a text is escaped well enough to be kept as it is. */
    static boolean isEscaped(String text, Part part) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("!$&'()*+,;=:@[]%".indexOf(c) < 0 && mustEscape(c, part)) {
                return false;
            }
        }
        return true;
    }

    /** The port with its colon is a number, empty, or absent. */
    static boolean isPort(String text) {
        if (text.isEmpty()) {
            return true;
        }
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.charAt(0) == ':';
    }
}
