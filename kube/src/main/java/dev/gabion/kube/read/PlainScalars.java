package dev.gabion.kube.read;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a plain YAML scalar means to Kubernetes tooling, which reads YAML 1.1 and passes it on as JSON: {@code yes} is
 * true, {@code 0644} is 420, {@code 1e3} is the integer 1000. Source: scanning specification, section 1.
 */
final class PlainScalars {
    /** More digits than any number a 64-bit float can hold, in any base. */
    private static final int MOST_DIGITS = 1_100;

    private PlainScalars() {}

    /** A {@link String}, {@link Long}, {@link Double}, {@link Boolean} or null. */
    static @Nullable Object resolve(String text) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (text.charAt(0)) {
            case '~', 'n', 'N', 'y', 'Y', 't', 'T', 'f', 'F', 'o', 'O' -> word(text);
            case '-', '+', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(text);
            default -> text;
        };
    }

    private static @Nullable Object word(String text) {
        return switch (text) {
            case "~", "null", "Null", "NULL" -> null;
            case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE" -> true;
            case "n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE" -> false;
            default -> text;
        };
    }

    private static Object number(String text) {
        Object special = notFinite(text);
        if (special != null) {
            return special;
        }
        int sign = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        if (text.length() == sign) {
            return text;
        }
        Object integer = integer(text, sign);
        if (integer != null) {
            return integer;
        }
        return isFloat(text, sign) ? finite(Double.parseDouble(text), text) : text;
    }

    private static @Nullable Object notFinite(String text) {
        return switch (text) {
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> Double.POSITIVE_INFINITY;
            case "-.inf", "-.Inf", "-.INF" -> Double.NEGATIVE_INFINITY;
            case ".nan", ".NaN", ".NAN" -> Double.NaN;
            default -> null;
        };
    }

    private static @Nullable Object integer(String text, int sign) {
        String digits = text.indexOf('_') < 0
                ? text.substring(sign)
                : text.substring(sign).replace("_", "");
        if (digits.isEmpty()) {
            return null;
        }
        int radix = 10;
        int from = 0;
        if (digits.charAt(0) == '0' && digits.length() > 1) {
            char mark = Character.toLowerCase(digits.charAt(1));
            radix = mark == 'x' ? 16 : mark == 'b' ? 2 : 8;
            from = mark == 'x' || mark == 'b' || mark == 'o' ? 2 : 1;
        }
        if (from == digits.length() || !allDigits(digits, from, radix)) {
            return null;
        }
        int count = digits.length() - from;
        if (count > MOST_DIGITS) {
            return text;
        }
        boolean negative = text.charAt(0) == '-';
        if (count <= 15) {
            long value = Long.parseLong(digits, from, digits.length(), radix);
            return negative ? -value : value;
        }
        BigInteger value = new BigInteger(digits.substring(from), radix);
        value = negative ? value.negate() : value;
        return value.bitLength() < 64 ? (Object) value.longValue() : finite(value.doubleValue(), text);
    }

    /** A number no 64-bit float can hold stays a string, as it does in Go. */
    private static Object finite(double value, String text) {
        return Double.isInfinite(value) ? text : wholeOrFloat(value);
    }

    private static boolean allDigits(String text, int from, int radix) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 'f' || Character.digit(c, radix) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text is {@code (.digits | digits[.digits])[e[+-]digits]} from {@code at} on. */
    private static boolean isFloat(String text, int at) {
        int i = skipDigits(text, at);
        boolean mantissa = i > at;
        if (i < text.length() && text.charAt(i) == '.') {
            int fraction = skipDigits(text, i + 1);
            mantissa |= fraction > i + 1;
            i = fraction;
        }
        if (!mantissa) {
            return false;
        }
        if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            int exponent = i + 1;
            if (exponent < text.length() && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
                exponent++;
            }
            i = skipDigits(text, exponent);
            if (i == exponent) {
                return false;
            }
        }
        return i == text.length();
    }

    private static int skipDigits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    /** JSON has one kind of number: a float without a fraction that fits becomes an integer. */
    static Object wholeOrFloat(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 0x1p63;
        return whole ? (Object) (long) value : (Object) value;
    }
}
