package dev.gabion.cel.eval;

import org.jspecify.annotations.Nullable;

/** A span of time in nanoseconds, as Go has it. */
record DurationValue(long nanos) implements LibraryValue {
    static final String TYPE = "google.protobuf.Duration";

    private static final long SECOND = 1_000_000_000L;

    @Override
    public String typeName() {
        return TYPE;
    }

    @Override
    public boolean isZero() {
        return nanos == 0;
    }

    @Override
    public Object equalTo(Object other) {
        return equals(other);
    }

    @Override
    public @Nullable Integer compareWith(Object other) {
        return other instanceof DurationValue d ? Integer.valueOf(Long.compare(nanos, d.nanos)) : null;
    }

    @Override
    public @Nullable Object plus(Object right) {
        if (right instanceof Timestamp t) {
            return t.shifted(nanos);
        }
        return right instanceof DurationValue d ? of(Arithmetic.add(nanos, d.nanos)) : null;
    }

    @Override
    public @Nullable Object minus(Object right) {
        return right instanceof DurationValue d ? of(Arithmetic.subtract(nanos, d.nanos)) : null;
    }

    private static Object of(Object sum) {
        return sum instanceof Long total ? new DurationValue(total) : sum;
    }

    @Override
    public @Nullable Object call(String function, Object[] args, Frame frame) {
        return args.length > 1
                ? null
                : switch (function) {
                    case "getHours" -> nanos / (3600 * SECOND);
                    case "getMinutes" -> nanos / (60 * SECOND);
                    case "getSeconds" -> nanos / SECOND;
                    case "getMilliseconds" -> nanos / (SECOND / 1000);
                    default -> null;
                };
    }

    /** Seconds, with as many decimal places as a double needs. */
    @Override
    public String text() {
        long whole = nanos / SECOND;
        double seconds = whole + (double) (nanos % SECOND) / SECOND;
        return GoFloat.plain(seconds) + "s";
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof DurationValue d && d.nanos == nanos;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(nanos);
    }

    @Override
    public String toString() {
        return text();
    }
}
