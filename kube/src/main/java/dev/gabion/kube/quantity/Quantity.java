package dev.gabion.kube.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A resource quantity such as {@code 100m} or {@code 1.5Gi}. Parsing follows the API server to the letter, oddities
 * included: {@code Mi} is zero, values finer than a nano round away from zero, binary values stop at 2^63-1.
 *
 * <p>The server keeps small numbers as a 64-bit mantissa with a decimal scale and the rest as big decimals; the
 * difference shows in {@link #asInteger}, so it is kept here too.
 */
public final class Quantity implements Comparable<Quantity> {
    private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int NANO = -9;
    /** Far beyond what anybody writes, and short enough for quadratic arithmetic. */
    private static final int LONGEST = 1_000;
    /** Digits that surely fit 64 bits. */
    private static final int SAFE_DIGITS = 18;

    private final BigDecimal value;
    private final boolean big;
    private final int scale;

    private Quantity(BigDecimal value, boolean big, int scale) {
        this.value = value;
        this.big = big;
        this.scale = scale;
    }

    /** A whole number. */
    public static Quantity of(long value) {
        return new Quantity(BigDecimal.valueOf(value), false, 0);
    }

    /** The exact result of arithmetic, kept as a big decimal. */
    public static Quantity of(BigDecimal value) {
        return new Quantity(value, true, -value.scale());
    }

    /** The quantity, or null where the server would refuse the text. */
    public static @Nullable Quantity parse(String text) {
        return text.isEmpty() || text.length() > LONGEST ? null : new Parser(text).parse();
    }

    public BigDecimal value() {
        return value;
    }

    /** Whether the server keeps it as a big decimal. */
    public boolean isBig() {
        return big;
    }

    /** The value where the server can give it as a 64-bit integer without loss of its notation, else null. */
    public @Nullable Long asInteger() {
        if (big || scale < 0) {
            return null;
        }
        BigInteger exact = value.toBigIntegerExact();
        return exact.bitLength() < 64 ? exact.longValue() : null;
    }

    public int sign() {
        return value.signum();
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Quantity q && value.compareTo(q.value) == 0;
    }

    @Override
    public int hashCode() {
        return value.stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
        return value.stripTrailingZeros().toPlainString();
    }

    private enum Format {
        DECIMAL,
        EXPONENT,
        BINARY
    }

    private record Suffix(Format format, int exponent) {}

    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        @Nullable
        Quantity parse() {
            boolean negative = text.charAt(0) == '-';
            at = negative || text.charAt(0) == '+' ? 1 : 0;
            int first = at;
            skipZeros();
            int numeratorStart = at;
            skipDigits();
            String numerator = text.substring(numeratorStart, at);
            if (numerator.isEmpty()) {
                numerator = "0";
            }
            String fraction = "";
            if (at < text.length() && text.charAt(at) == '.') {
                at++;
                int from = at;
                skipDigits();
                fraction = text.substring(from, at);
            }
            String number = text.substring(first, at);
            Suffix suffix = suffix();
            if (suffix == null || number.equals(".")) {
                return null;
            }
            return build(negative, numerator, fraction, suffix);
        }

        private void skipZeros() {
            while (at < text.length() && text.charAt(at) == '0') {
                at++;
            }
        }

        private void skipDigits() {
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
        }

        private @Nullable Suffix suffix() {
            String rest = text.substring(at);
            return switch (rest) {
                case "n" -> new Suffix(Format.DECIMAL, -9);
                case "u" -> new Suffix(Format.DECIMAL, -6);
                case "m" -> new Suffix(Format.DECIMAL, -3);
                case "" -> new Suffix(Format.DECIMAL, 0);
                case "k" -> new Suffix(Format.DECIMAL, 3);
                case "M" -> new Suffix(Format.DECIMAL, 6);
                case "G" -> new Suffix(Format.DECIMAL, 9);
                case "T" -> new Suffix(Format.DECIMAL, 12);
                case "P" -> new Suffix(Format.DECIMAL, 15);
                case "E" -> new Suffix(Format.DECIMAL, 18);
                case "Ki" -> new Suffix(Format.BINARY, 10);
                case "Mi" -> new Suffix(Format.BINARY, 20);
                case "Gi" -> new Suffix(Format.BINARY, 30);
                case "Ti" -> new Suffix(Format.BINARY, 40);
                case "Pi" -> new Suffix(Format.BINARY, 50);
                case "Ei" -> new Suffix(Format.BINARY, 60);
                default -> exponent(rest);
            };
        }

        private static @Nullable Suffix exponent(String rest) {
            if (rest.length() < 2 || (rest.charAt(0) != 'e' && rest.charAt(0) != 'E')) {
                return null;
            }
            int digits = rest.charAt(1) == '-' || rest.charAt(1) == '+' ? 2 : 1;
            if (digits == rest.length() || rest.length() - digits > 9) {
                return null;
            }
            for (int i = digits; i < rest.length(); i++) {
                if (rest.charAt(i) < '0' || rest.charAt(i) > '9') {
                    return null;
                }
            }
            int exponent = Integer.parseInt(rest.substring(digits));
            return new Suffix(Format.EXPONENT, rest.charAt(1) == '-' ? -exponent : exponent);
        }

        private static @Nullable Quantity build(boolean negative, String numerator, String fraction, Suffix suffix) {
            boolean binary = suffix.format == Format.BINARY;
            BigDecimal digits = new BigDecimal(new BigInteger(numerator + fraction), fraction.length());
            int exponent = binary ? 0 : suffix.exponent;
            if (Math.abs((long) exponent) > 10_000) {
                return null;
            }
            BigDecimal value = binary
                    ? digits.multiply(new BigDecimal(BigInteger.TWO.pow(suffix.exponent)))
                    : digits.scaleByPowerOfTen(exponent);
            if (isSmall(numerator, fraction, suffix, value)) {
                int scale = exponent - fraction.length();
                return new Quantity(negative ? value.negate() : value, false, scale);
            }
            value = value.setScale(Math.max(value.scale(), 0));
            if (value.scale() > -NANO) {
                value = value.setScale(-NANO, RoundingMode.UP);
            }
            if (binary && value.compareTo(MAX) > 0) {
                value = MAX;
            }
            return new Quantity(negative ? value.negate() : value, true, 0);
        }

        /** Whether the server's fast path, a 64-bit mantissa with a scale, holds the number. */
        private static boolean isSmall(String numerator, String fraction, Suffix suffix, BigDecimal value) {
            int digits = numerator.length() + fraction.length();
            if (suffix.format == Format.BINARY) {
                int precision = 15 - numerator.length() - (int) (suffix.exponent * 3 / 10f) - 1;
                return fraction.isEmpty() && precision >= 0 && value.compareTo(MAX) <= 0;
            }
            return digits <= SAFE_DIGITS && suffix.exponent - fraction.length() >= NANO;
        }
    }
}
