package dev.gabion.cel.eval;

/** Prints doubles with the fewest digits that read back the same, as Go does. */
final class GoFloat {
    private GoFloat() {}

    private static final int SMALLEST_PLAIN = -4;
    private static final int SHORTEST = 6;

    /** As {@code %g}: with an exponent below 1e-4 and from a million on, or from where the digits end if that is later. */
    static String general(double value) {
        return special(value)
                ? name(value)
                : sign(value) + Digits.of(Math.abs(value)).general();
    }

    /** As {@code %f} with the fewest decimal places, never with an exponent. */
    static String plain(double value) {
        return special(value)
                ? name(value)
                : sign(value) + Digits.of(Math.abs(value)).plain();
    }

    private static boolean special(double value) {
        return value == 0 || Double.isNaN(value) || Double.isInfinite(value);
    }

    private static String name(double value) {
        return value == 0 ? sign(value) + "0" : Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    }

    private static String sign(double value) {
        return value < 0 || (value == 0 && 1 / value < 0) ? "-" : "";
    }

    /** The significant digits and the power of ten of the first. */
    private record Digits(String text, int exponent) {
        /** Taken apart from Java's text, which has the same digits. */
        static Digits of(double value) {
            String java = Double.toString(value);
            int e = java.indexOf('E');
            String mantissa = e < 0 ? java : java.substring(0, e);
            int power = e < 0 ? 0 : Integer.parseInt(java.substring(e + 1));
            int point = mantissa.indexOf('.');
            String all = mantissa.substring(0, point) + mantissa.substring(point + 1);
            int first = 0;
            while (all.charAt(first) == '0') {
                first++;
            }
            int last = all.length();
            while (all.charAt(last - 1) == '0') {
                last--;
            }
            return new Digits(all.substring(first, last), power + point - 1 - first);
        }

        String general() {
            return exponent < SMALLEST_PLAIN || exponent >= Math.max(SHORTEST, 0) ? scientific() : plain();
        }

        String scientific() {
            StringBuilder out = new StringBuilder().append(text.charAt(0));
            if (text.length() > 1) {
                out.append('.').append(text, 1, text.length());
            }
            int power = Math.abs(exponent);
            return out.append(exponent < 0 ? "e-" : "e+")
                    .append(power < 10 ? "0" : "")
                    .append(power)
                    .toString();
        }

        String plain() {
            if (exponent < 0) {
                return "0." + "0".repeat(-exponent - 1) + text;
            }
            if (text.length() <= exponent + 1) {
                return text + "0".repeat(exponent + 1 - text.length());
            }
            return text.substring(0, exponent + 1) + "." + text.substring(exponent + 1);
        }
    }
}
