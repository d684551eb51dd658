package dev.gabion.cel.eval;

import org.jspecify.annotations.Nullable;

/** Reads timestamps and durations as Go's {@code time} package does. */
final class TimeText {
    private static final int DAY = 86_400;

    private final String text;
    private int at;
    private boolean wrong;

    private TimeText(String text) {
        this.text = text;
    }

    /** A timestamp in RFC 3339 form, or an error. */
    static Object timestamp(String text) {
        Object time = new TimeText(text).timestamp();
        return time == null ? CelError.conversion(text, Timestamp.TYPE) : time;
    }

    /** A sequence of numbers with units, such as {@code -1h2.5m}, or an error. */
    static Object duration(String text) {
        Long nanos = new TimeText(text).duration();
        return nanos == null ? CelError.conversion(text, DurationValue.TYPE) : new DurationValue(nanos);
    }

    private @Nullable Object timestamp() {
        int year = number(4, 4);
        expect('-');
        int month = number(2, 2);
        expect('-');
        int day = number(2, 2);
        expect('T');
        int hour = number(1, 2);
        expect(':');
        int minute = number(2, 2);
        expect(':');
        int second = number(2, 2);
        int nanos = fraction();
        int offset = zone();
        boolean inRange = hour < 24 && minute < 60 && second < 60;
        if (wrong || at < text.length() || !inRange || !CivilTime.isDate(year, month, day)) {
            return null;
        }
        long seconds = CivilTime.epochDay(year, month, day) * DAY + (hour * 60L + minute) * 60 + second;
        return Timestamp.of(seconds - offset, nanos, offset);
    }

    private void expect(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
        } else {
            wrong = true;
        }
    }

    private boolean isDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private int number(int least, int most) {
        int start = at;
        int value = 0;
        while (at - start < most && isDigit()) {
            value = value * 10 + text.charAt(at++) - '0';
        }
        wrong |= at - start < least;
        return value;
    }

    /** Go takes a comma too, and drops what is finer than nanoseconds. */
    private int fraction() {
        boolean present = at + 1 < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',');
        if (!present || text.charAt(at + 1) < '0' || text.charAt(at + 1) > '9') {
            return 0;
        }
        at++;
        int nanos = 0;
        for (int place = 100_000_000; isDigit(); place /= 10) {
            nanos += (text.charAt(at++) - '0') * place;
        }
        return nanos;
    }

    private int zone() {
        if (at < text.length() && text.charAt(at) == 'Z') {
            at++;
            return 0;
        }
        boolean negative = at < text.length() && text.charAt(at) == '-';
        expect(negative ? '-' : '+');
        int hours = number(2, 2);
        expect(':');
        int minutes = number(2, 2);
        wrong |= hours > 24 || minutes > 60;
        int seconds = hours * 3600 + minutes * 60;
        return negative ? -seconds : seconds;
    }

    private @Nullable Long duration() {
        boolean negative = text.startsWith("-");
        at = negative || text.startsWith("+") ? 1 : 0;
        if (text.substring(at).equals("0")) {
            return 0L;
        }
        if (at == text.length()) {
            return null;
        }
        long total = 0;
        while (at < text.length()) {
            long part = part();
            // As unsigned numbers: the smallest duration has no positive counterpart.
            if (wrong || (part < 0 && part != Long.MIN_VALUE)) {
                return null;
            }
            total += part;
            if (Long.compareUnsigned(total, Long.MIN_VALUE) > 0) {
                return null;
            }
        }
        if (negative) {
            return -total;
        }
        return total < 0 ? null : Long.valueOf(total);
    }

    /** One number with its unit, in nanoseconds; negative where it is too large. */
    private long part() {
        int start = at;
        long whole = 0;
        while (isDigit()) {
            int digit = text.charAt(at++) - '0';
            wrong |= whole > (Long.MAX_VALUE - digit) / 10;
            whole = whole * 10 + digit;
        }
        boolean digits = at > start;
        long fraction = 0;
        double scale = 1;
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            int from = at;
            for (; isDigit(); at++) {
                if (fraction <= (Long.MAX_VALUE - 9) / 10) {
                    fraction = fraction * 10 + text.charAt(at) - '0';
                    scale *= 10;
                }
            }
            digits |= at > from;
        }
        long unit = unit();
        wrong |= !digits || unit == 0;
        if (wrong || Math.multiplyHigh(whole, unit) != 0) {
            return -1;
        }
        return whole * unit + (long) (fraction * (unit / scale));
    }

    /** The unit in nanoseconds, or 0 where there is none. */
    private long unit() {
        int from = at;
        while (at < text.length() && !isDigit() && text.charAt(at) != '.') {
            at++;
        }
        return switch (text.substring(from, at)) {
            case "ns" -> 1L;
            case "us", "µs", "μs" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> 0L;
        };
    }
}
