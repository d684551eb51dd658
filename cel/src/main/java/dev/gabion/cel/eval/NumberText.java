package dev.gabion.cel.eval;

import org.jspecify.annotations.Nullable;

/** Reads numbers as Go's {@code strconv} does. */
final class NumberText {
    private NumberText() {}

    /** A number or an error. */
    static Object parseInt(String text) {
        try {
            return isAscii(text) ? (Object) Long.parseLong(text) : CelError.conversion(text, "int");
        } catch (NumberFormatException e) {
            return CelError.conversion(text, "int");
        }
    }

    static Object parseUInt(String text) {
        try {
            boolean signed = !text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-');
            return isAscii(text) && !signed
                    ? new UInt(Long.parseUnsignedLong(text))
                    : CelError.conversion(text, "uint");
        } catch (NumberFormatException e) {
            return CelError.conversion(text, "uint");
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** Decimal or hexadecimal with an exponent, or a word for infinity or NaN in any case. */
    static Object parseDouble(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String unsigned = signed ? text.substring(1) : text;
        boolean negative = text.startsWith("-");
        if (unsigned.equalsIgnoreCase("inf") || unsigned.equalsIgnoreCase("infinity")) {
            return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (text.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        String plain = withoutUnderscores(unsigned);
        if (plain == null || !(isDecimal(plain) || isHexadecimal(plain))) {
            return CelError.conversion(text, "double");
        }
        double value = Double.parseDouble(plain);
        return Double.isInfinite(value) ? CelError.conversion(text, "double") : (Object) (negative ? -value : value);
    }

    /** The text with its digit separators taken out, or null where one separates no digits. */
    private static @Nullable String withoutUnderscores(String text) {
        if (text.indexOf('_') < 0) {
            return text;
        }
        boolean hexadecimal = isHexadecimalPrefix(text);
        StringBuilder out = new StringBuilder();
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '_' ? !digit : i > 0 && text.charAt(i - 1) == '_' && !isDigit(c, hexadecimal)) {
                return null;
            }
            digit = isDigit(c, hexadecimal) || (hexadecimal && i == 1);
            if (c != '_') {
                out.append(c);
            }
        }
        return text.endsWith("_") ? null : out.toString();
    }

    private static boolean isHexadecimalPrefix(String text) {
        return text.length() > 1 && text.charAt(0) == '0' && (text.charAt(1) == 'x' || text.charAt(1) == 'X');
    }

    private static boolean isDigit(char c, boolean hexadecimal) {
        return (c >= '0' && c <= '9') || (hexadecimal && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
    }

    private static boolean isDecimal(String text) {
        return isFloat(text, 0, false, 'e');
    }

    /** Hexadecimal digits need a binary exponent. */
    private static boolean isHexadecimal(String text) {
        return isHexadecimalPrefix(text)
                && isFloat(text, 2, true, 'p')
                && (text.indexOf('p') > 0 || text.indexOf('P') > 0);
    }

    private static boolean isFloat(String text, int from, boolean hexadecimal, char exponent) {
        int whole = digits(text, from, hexadecimal);
        int at = whole;
        if (at < text.length() && text.charAt(at) == '.') {
            at = digits(text, at + 1, hexadecimal);
        }
        boolean some = whole > from || at > whole + 1;
        if (!some || at == text.length()) {
            return some;
        }
        if (Character.toLowerCase(text.charAt(at)) != exponent) {
            return false;
        }
        at++;
        at += at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? 1 : 0;
        return at < text.length() && digits(text, at, false) == text.length();
    }

    private static int digits(String text, int from, boolean hexadecimal) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at), hexadecimal)) {
            at++;
        }
        return at;
    }
}
