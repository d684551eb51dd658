package dev.gabion.cel.eval;

import dev.gabion.cel.eval.Format.ClauseException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** The numeric clauses of {@link Format}. */
final class NumberFormat {
    private static final int SCIENTIFIC_DIGITS = 6;
    /** The API server keeps the number of decimal places in a byte. */
    private static final int MOST_PLACES = 255;

    private NumberFormat() {}

    static String decimal(Object arg) throws ClauseException {
        if (arg instanceof Long || arg instanceof UInt) {
            return arg.toString();
        }
        throw Format.wrongType("decimal clause can only be used on integers", arg);
    }

    /** The number; texts that name a special one count too. */
    private static double number(String rule, Object arg) throws ClauseException {
        if (arg instanceof Double d) {
            return d;
        }
        if (arg instanceof String s && (s.equals("NaN") || s.equals("Infinity") || s.equals("-Infinity"))) {
            return Double.parseDouble(s);
        }
        throw Format.wrongType(rule, arg);
    }

    private static String special(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
    }

    private static String sign(double value) {
        return value < 0 || (value == 0 && 1 / value < 0) ? "-" : "";
    }

    static String fixed(Object arg, int precision) throws ClauseException {
        double value = number("fixed-point clause can only be used on doubles", arg);
        if (!Double.isFinite(value)) {
            return special(value);
        }
        String plain = new BigDecimal(Math.abs(value))
                .setScale(precision & MOST_PLACES, RoundingMode.HALF_EVEN)
                .toPlainString();
        int point = plain.indexOf('.');
        StringBuilder grouped = new StringBuilder(point < 0 ? plain : plain.substring(0, point));
        for (int i = grouped.length() - 3; i > 0; i -= 3) {
            grouped.insert(i, ',');
        }
        return sign(value) + grouped + (point < 0 ? "" : plain.substring(point));
    }

    static String scientific(Object arg, int width) throws ClauseException {
        double value = number("scientific clause can only be used on doubles", arg);
        String text = Double.isFinite(value) ? sign(value) + scientific(Math.abs(value)) : special(value);
        int missing = width - text.codePointCount(0, text.length());
        return missing > 0 ? " ".repeat(missing) + text : text;
    }

    private static String scientific(double value) {
        BigDecimal exact = new BigDecimal(value);
        int exponent = exact.signum() == 0 ? 0 : exact.precision() - exact.scale() - 1;
        BigDecimal mantissa = exact.movePointLeft(exponent).setScale(SCIENTIFIC_DIGITS, RoundingMode.HALF_EVEN);
        if (mantissa.compareTo(BigDecimal.TEN) >= 0) {
            exponent++;
            mantissa = mantissa.movePointLeft(1).setScale(SCIENTIFIC_DIGITS, RoundingMode.HALF_EVEN);
        }
        String digits = Integer.toString(Math.abs(exponent));
        return mantissa.toPlainString() + "×10" + (exponent < 0 ? "⁻" : "")
                + superscript(digits.length() < 2 ? "0" + digits : digits);
    }

    private static String superscript(String digits) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            out.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digits.charAt(i) - '0'));
        }
        return out.toString();
    }

    static String binary(Object arg) throws ClauseException {
        if (arg instanceof Boolean b) {
            return b ? "1" : "0";
        }
        return inBase(2, "only integers and bools can be formatted as binary", arg);
    }

    static String octal(Object arg) throws ClauseException {
        return inBase(8, "octal clause can only be used on integers", arg);
    }

    static String hex(Object arg, boolean upper) throws ClauseException {
        HexFormat hex = upper ? HexFormat.of().withUpperCase() : HexFormat.of();
        if (arg instanceof String s) {
            return hex.formatHex(s.getBytes(StandardCharsets.UTF_8));
        }
        if (arg instanceof Bytes b) {
            return hex.formatHex(b.toArray());
        }
        String digits = inBase(16, "only integers, byte buffers, and strings can be formatted as hex", arg);
        return upper ? digits.toUpperCase(Locale.ROOT) : digits;
    }

    private static String inBase(int base, String rule, Object arg) throws ClauseException {
        if (arg instanceof Long l) {
            return Long.toString(l, base);
        }
        if (arg instanceof UInt u) {
            return Long.toUnsignedString(u.bits(), base);
        }
        throw Format.wrongType(rule, arg);
    }
}
