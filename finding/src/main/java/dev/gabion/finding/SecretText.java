package dev.gabion.finding;

import java.util.Arrays;

/**
 * Hides credentials in free text: comments, arguments, connection strings, files inside strings. Knows no structure, so
 * it goes by what stands next to a name that sounds like a credential.
 */
public final class SecretText {
    private static final int[] NONE = {};

    private final String text;
    private int[] ranges = NONE;
    private int at;

    private SecretText(String text) {
        this.text = text;
    }

    /** The text with credentials replaced by {@link SecretFields#MASK}. */
    public static String masked(String text) {
        int[] ranges = ranges(text);
        if (ranges.length == 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        for (int i = 0; i < ranges.length; i += 2) {
            out.append(text, copied, ranges[i]).append(SecretFields.MASK);
            copied = ranges[i + 1];
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** Where credentials stand: pairs of the first char and the one after the last, in order and apart. */
    public static int[] ranges(String text) {
        SecretText search = new SecretText(text);
        search.run();
        return search.ranges;
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '-' && text.startsWith(SecretFields.PEM, at)) {
                pem();
            } else if (isNameChar(c)) {
                name();
            } else if (c == ':' && text.startsWith("://", at)) {
                url();
            } else {
                at++;
            }
        }
    }

    private void hide(int from, int to) {
        int size = ranges.length;
        ranges = Arrays.copyOf(ranges, size + 2);
        ranges[size] = from;
        ranges[size + 1] = to;
        at = to;
    }

    private void pem() {
        int end = text.indexOf("-----END ", at);
        int close = end < 0 ? -1 : text.indexOf("-----", end + 9);
        hide(at, close < 0 ? text.length() : close + 5);
    }

    private void name() {
        int from = at;
        while (at < text.length() && isNameChar(text.charAt(at))) {
            at++;
        }
        String name = text.substring(from, at);
        if (name.equals("Bearer") || name.equals("Basic")) {
            int value = skip(at, ' ');
            if (value > at) {
                value(value);
            }
            return;
        }
        if (SecretFields.soundsSecret(name) && !SecretFields.isReference(name)) {
            int value = afterSeparator(name);
            if (value >= 0) {
                value(value);
            }
        }
    }

    /** Where the value of the name that ends here begins, or -1 if none follows. */
    private int afterSeparator(String name) {
        int i = skipQuotes(at);
        int sign = skip(i, ' ');
        if (sign < text.length() && text.charAt(sign) == '=') {
            return skip(sign + 1, ' ');
        }
        if (sign + 1 < text.length() && text.charAt(sign) == ':') {
            int value = skip(sign + 1, ' ');
            return value > sign + 1 || isQuote(text.charAt(sign + 1)) ? value : -1;
        }
        boolean flag = name.startsWith("-") && i == at && sign == at + 1;
        return flag && sign < text.length() && text.charAt(sign) != '-' ? sign : -1;
    }

    private void value(int start) {
        int from = skipQuotes(start);
        if (from >= text.length()) {
            return;
        }
        int to = from > start ? closing(from, text.charAt(from - 1)) : bareEnd(from);
        if (to > from && !isHarmless(from, to, from > start)) {
            hide(from, to);
        }
    }

    private int closing(int from, char quote) {
        int end = text.indexOf(quote, from);
        end = end < 0 ? text.length() : end;
        return end > from && text.charAt(end - 1) == '\\' && from > 1 && text.charAt(from - 2) == '\\' ? end - 1 : end;
    }

    private int bareEnd(int from) {
        int end = from;
        while (end < text.length() && " \t\r\n,;&)}]\"'`\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Switches, references to variables, and what opens a structure. */
    private boolean isHarmless(int from, int to, boolean quoted) {
        char first = text.charAt(from);
        if (first == '$' || (!quoted && "{[&*|>!".indexOf(first) >= 0)) {
            return true;
        }
        String value = text.substring(from, to);
        return value.equals("true") || value.equals("false") || value.equals("null") || value.equals("~");
    }

    private void url() {
        int from = at + 3;
        int colon = -1;
        for (at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == ':' && colon < 0) {
                colon = at;
            } else if (c == '@') {
                if (colon >= 0 && at > colon + 1) {
                    hide(colon + 1, at);
                }
                return;
            } else if (c == '/' || c <= ' ' || isQuote(c)) {
                return;
            }
        }
    }

    private int skip(int from, char c) {
        int i = from;
        while (i < text.length() && text.charAt(i) == c) {
            i++;
        }
        return i;
    }

    /** Skips one quote, which may be escaped as in JSON inside a string. */
    private int skipQuotes(int from) {
        int i = from < text.length() && text.charAt(from) == '\\' ? from + 1 : from;
        return i < text.length() && isQuote(text.charAt(i)) ? i + 1 : from;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    private static boolean isNameChar(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '.';
    }
}
