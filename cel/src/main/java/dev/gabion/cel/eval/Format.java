package dev.gabion.cel.eval;

import dev.gabion.kube.quantity.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code 'text %s'.format([args])} with the clauses s d f e b x X o and a precision. Oddities are the API server's:
 * {@code %f} groups thousands, {@code %e} writes its exponent in superscript and ignores the precision.
 */
final class Format {
    private static final int DEFAULT_PRECISION = 6;

    private final String template;
    private final Object args;
    private final StringBuilder out = new StringBuilder();
    private int used;

    private Format(String template, Object args) {
        this.template = template;
        this.args = args;
    }

    static Object format(Object[] values) {
        if (!(values[0] instanceof String template) || !Lists.isList(values[1])) {
            return CelError.noOverload("format", values);
        }
        try {
            return new Format(template, values[1]).run();
        } catch (ClauseException e) {
            return new CelError(CelError.Kind.FORMAT_STRING, String.valueOf(e.getMessage()));
        }
    }

    /** A clause that does not fit its argument, or a malformed one. */
    private static final class ClauseException extends Exception {
        ClauseException(String message) {
            super(message, null, false, false);
        }
    }

    private String run() throws ClauseException {
        int i = 0;
        while (i < template.length()) {
            char c = template.charAt(i++);
            if (c != '%') {
                out.append(c);
                continue;
            }
            if (i < template.length() && template.charAt(i) == '%') {
                out.append('%');
                i++;
                continue;
            }
            i = clause(i);
        }
        if (used < Lists.size(args)) {
            throw new ClauseException("too many arguments supplied to string.format");
        }
        return out.toString();
    }

    private int clause(int from) throws ClauseException {
        int i = from;
        int precision = DEFAULT_PRECISION;
        if (i < template.length() && template.charAt(i) == '.') {
            int digits = i + 1;
            i = digits;
            while (i < template.length() && Character.isDigit(template.charAt(i))) {
                i++;
            }
            if (i == digits || i - digits > 6) {
                throw new ClauseException("error while parsing precision");
            }
            precision = Integer.parseInt(template.substring(digits, i));
        }
        if (i == template.length()) {
            throw new ClauseException("unexpected end of string");
        }
        char verb = template.charAt(i);
        if ("sdfebxXo".indexOf(verb) < 0) {
            throw new ClauseException("unrecognized formatting clause \"" + verb + "\"");
        }
        if (used == Lists.size(args)) {
            throw new ClauseException("index " + used + " out of range");
        }
        Object arg = Lists.get(args, used++);
        out.append(render(verb, arg, precision));
        return i + 1;
    }

    private static String render(char verb, Object arg, int precision) throws ClauseException {
        return switch (verb) {
            case 's' -> text(arg);
            case 'd' -> decimal(arg);
            case 'f' -> fixed(arg, precision);
            case 'e' -> scientific(arg);
            case 'b' -> binary(arg);
            case 'x' -> hex(arg);
            case 'X' -> hex(arg).toUpperCase(Locale.ROOT);
            default -> octal(arg);
        };
    }

    private static ClauseException wrongType(String clause, Object arg) {
        return new ClauseException("error during formatting: " + clause + " cannot take " + Types.nameOf(arg));
    }

    private static String text(Object arg) throws ClauseException {
        return switch (arg) {
            case String s -> s;
            case Boolean b -> b.toString();
            case NullValue n -> "null";
            case Long l -> l.toString();
            case UInt u -> u.toString();
            case Double d -> GoFloat.format(d, 21);
            case Bytes b -> new String(b.toArray(), StandardCharsets.UTF_8);
            case Instant i -> TimeFunctions.text(i);
            case Duration d -> TimeFunctions.text(d);
            case TypeValue t -> t.name();
            case Quantity q -> throw wrongType("%s", q);
            default -> collection(arg);
        };
    }

    private static String collection(Object arg) throws ClauseException {
        if (Lists.isList(arg)) {
            StringBuilder list = new StringBuilder("[");
            for (int i = 0; i < Lists.size(arg); i++) {
                list.append(i == 0 ? "" : ", ").append(text(Lists.get(arg, i)));
            }
            return list.append(']').toString();
        }
        if (!Maps.isMap(arg)) {
            throw wrongType("%s", arg);
        }
        TreeMap<String, String> sorted = new TreeMap<>();
        for (Object key : Maps.keys(arg)) {
            Object value = Maps.get(arg, key);
            if (value != null) {
                sorted.put(text(key), text(value));
            }
        }
        return sorted.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String decimal(Object arg) throws ClauseException {
        return switch (arg) {
            case Long l -> l.toString();
            case UInt u -> u.toString();
            case Double d when !Double.isFinite(d) -> special(d);
            default -> throw wrongType("%d", arg);
        };
    }

    private static String special(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    }

    private static String infinity(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
    }

    private static double number(String clause, Object arg) throws ClauseException {
        return switch (arg) {
            case Double d -> d;
            case Long l -> l;
            case UInt u -> u.exact().doubleValue();
            case String s when s.equals("NaN") -> Double.NaN;
            case String s when s.equals("Infinity") -> Double.POSITIVE_INFINITY;
            case String s when s.equals("-Infinity") -> Double.NEGATIVE_INFINITY;
            default -> throw wrongType(clause, arg);
        };
    }

    private static String fixed(Object arg, int precision) throws ClauseException {
        double value = number("%f", arg);
        if (!Double.isFinite(value)) {
            return infinity(value);
        }
        String plain = new BigDecimal(Math.abs(value))
                .setScale(precision, RoundingMode.HALF_EVEN)
                .toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder grouped = new StringBuilder(whole);
        for (int i = whole.length() - 3; i > 0; i -= 3) {
            grouped.insert(i, ',');
        }
        boolean negative = value < 0 || (value == 0 && 1 / value < 0);
        return (negative ? "-" : "") + grouped + (point < 0 ? "" : plain.substring(point));
    }

    private static String scientific(Object arg) throws ClauseException {
        double value = number("%e", arg);
        if (!Double.isFinite(value)) {
            return infinity(value);
        }
        BigDecimal exact = new BigDecimal(Math.abs(value));
        int exponent = exact.signum() == 0 ? 0 : exact.precision() - exact.scale() - 1;
        BigDecimal mantissa = exact.movePointLeft(exponent).setScale(DEFAULT_PRECISION, RoundingMode.HALF_EVEN);
        if (mantissa.compareTo(BigDecimal.TEN) >= 0) {
            exponent++;
            mantissa = mantissa.movePointLeft(1).setScale(DEFAULT_PRECISION, RoundingMode.HALF_EVEN);
        }
        String digits = Integer.toString(Math.abs(exponent));
        String power = (exponent < 0 ? "⁻" : "") + superscript(digits.length() < 2 ? "0" + digits : digits);
        boolean negative = value < 0 || (value == 0 && 1 / value < 0);
        return (negative ? "-" : "") + mantissa.toPlainString() + "×10" + power;
    }

    private static String superscript(String digits) {
        return digits.chars()
                .mapToObj(c -> String.valueOf("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0')))
                .collect(Collectors.joining());
    }

    private static String binary(Object arg) throws ClauseException {
        return switch (arg) {
            case Long l -> BigInteger.valueOf(l).toString(2);
            case UInt u -> u.exact().toBigInteger().toString(2);
            case Boolean b -> b ? "1" : "0";
            default -> throw wrongType("%b", arg);
        };
    }

    private static String hex(Object arg) throws ClauseException {
        return switch (arg) {
            case Long l -> BigInteger.valueOf(l).toString(16);
            case UInt u -> u.exact().toBigInteger().toString(16);
            case String s -> HexFormat.of().formatHex(s.getBytes(StandardCharsets.UTF_8));
            case Bytes b -> HexFormat.of().formatHex(b.toArray());
            default -> throw wrongType("%x", arg);
        };
    }

    private static String octal(Object arg) throws ClauseException {
        return switch (arg) {
            case Long l -> BigInteger.valueOf(l).toString(8);
            case UInt u -> u.exact().toBigInteger().toString(8);
            default -> throw wrongType("%o", arg);
        };
    }
}
