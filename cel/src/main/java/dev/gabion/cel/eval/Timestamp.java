package dev.gabion.cel.eval;

import org.jspecify.annotations.Nullable;

/**
 * A point in time between the years 1 and 9999, with the offset it was written in, which only its text shows.
 *
 * @param offset seconds east of UTC
 */
record Timestamp(long seconds, int nanos, int offset) implements LibraryValue {
    static final String TYPE = "google.protobuf.Timestamp";

    private static final long FIRST = -62_135_596_800L;
    private static final long LAST = 253_402_300_799L;
    private static final int DAY = 86_400;
    private static final long NANOS = 1_000_000_000L;

    /** A timestamp, or an error outside the range. */
    static Object of(long seconds, int nanos, int offset) {
        return seconds < FIRST || seconds > LAST
                ? new CelError(CelError.Kind.OVERFLOW, "timestamp overflow")
                : new Timestamp(seconds, nanos, offset);
    }

    @Override
    public String typeName() {
        return TYPE;
    }

    @Override
    public boolean isZero() {
        return seconds == FIRST && nanos == 0;
    }

    @Override
    public Object equalTo(Object other) {
        return other instanceof Timestamp t && t.seconds == seconds && t.nanos == nanos;
    }

    @Override
    public @Nullable Integer compareWith(Object other) {
        if (!(other instanceof Timestamp t)) {
            return null;
        }
        int order = Long.compare(seconds, t.seconds);
        return order != 0 ? order : Integer.compare(nanos, t.nanos);
    }

    @Override
    public @Nullable Object plus(Object right) {
        return right instanceof DurationValue d ? shifted(d.nanos()) : null;
    }

    @Override
    public @Nullable Object minus(Object right) {
        if (right instanceof DurationValue d) {
            // The smallest duration has no opposite; it reaches beyond every timestamp anyway.
            return d.nanos() == Long.MIN_VALUE ? of(LAST + 1, 0, 0) : shifted(-d.nanos());
        }
        return right instanceof Timestamp t ? since(t) : null;
    }

    Object shifted(long by) {
        long total = nanos + Math.floorMod(by, NANOS);
        long carry = total >= NANOS ? 1 : 0;
        return of(seconds + Math.floorDiv(by, NANOS) + carry, (int) (total - carry * NANOS), offset);
    }

    private Object since(Timestamp other) {
        long wholes = seconds - other.seconds;
        long high = Math.multiplyHigh(wholes, NANOS);
        long low = wholes * NANOS;
        long sum = low + (nanos - other.nanos);
        boolean fits = high == low >> 63 && ((low ^ sum) & ((nanos - other.nanos) ^ sum)) >= 0;
        return fits ? new DurationValue(sum) : CelError.overflow();
    }

    @Override
    public String text() {
        long local = seconds + offset;
        CivilTime date = CivilTime.ofEpochDay(Math.floorDiv(local, DAY));
        int time = (int) Math.floorMod(local, (long) DAY);
        StringBuilder out = new StringBuilder();
        pad(out, date.year(), 4).append('-');
        pad(out, date.month(), 2).append('-');
        pad(out, date.day(), 2).append('T');
        pad(out, time / 3600, 2).append(':');
        pad(out, time / 60 % 60, 2).append(':');
        pad(out, time % 60, 2);
        if (nanos != 0) {
            pad(out.append('.'), nanos, 9);
            while (out.charAt(out.length() - 1) == '0') {
                out.setLength(out.length() - 1);
            }
        }
        return zone(out).toString();
    }

    private StringBuilder zone(StringBuilder out) {
        if (offset == 0) {
            return out.append('Z');
        }
        int minutes = Math.abs(offset) / 60;
        pad(out.append(offset < 0 ? '-' : '+'), minutes / 60, 2).append(':');
        return pad(out, minutes % 60, 2);
    }

    private static StringBuilder pad(StringBuilder out, int number, int width) {
        String digits = Integer.toString(number);
        for (int i = digits.length(); i < width; i++) {
            out.append('0');
        }
        return out.append(digits);
    }

    @Override
    public @Nullable Object call(String function, Object[] args, Frame frame) {
        if (!function.startsWith("get") || args.length > 2) {
            return null;
        }
        if (args.length == 1) {
            return part(function, seconds);
        }
        if (!(args[1] instanceof String zone)) {
            return null;
        }
        Object east = TimeZones.offset(zone, seconds);
        return east instanceof Long known ? part(function, seconds + known) : east;
    }

    private @Nullable Object part(String function, long local) {
        CivilTime date = CivilTime.ofEpochDay(Math.floorDiv(local, DAY));
        long time = Math.floorMod(local, (long) DAY);
        return switch (function) {
            case "getFullYear" -> (long) date.year();
            case "getMonth" -> (long) date.month() - 1;
            case "getDate" -> (long) date.day();
            case "getDayOfMonth" -> (long) date.day() - 1;
            case "getDayOfYear" -> (long) date.dayOfYear() - 1;
            case "getDayOfWeek" -> Math.floorMod(Math.floorDiv(local, DAY) + 4, 7L);
            case "getHours" -> time / 3600;
            case "getMinutes" -> time / 60 % 60;
            case "getSeconds" -> time % 60;
            case "getMilliseconds" -> (long) nanos / 1_000_000;
            default -> null;
        };
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Timestamp t && t.seconds == seconds && t.nanos == nanos;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(seconds) * 31 + nanos;
    }

    @Override
    public String toString() {
        return text();
    }
}
