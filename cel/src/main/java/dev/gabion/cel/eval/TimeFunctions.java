package dev.gabion.cel.eval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Timestamps between the years 1 and 9999 and durations of 64-bit nanoseconds, as Go has them. */
final class TimeFunctions {
    static final Instant ZERO = Instant.EPOCH;

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final Pattern RFC3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d([.,]\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern DURATION_PART = Pattern.compile("(\\d*)(?:\\.(\\d*))?(ns|us|µs|μs|ms|s|m|h)");
    private static final Pattern OFFSET = Pattern.compile("([+-])?(\\d\\d?):(\\d\\d)");

    private TimeFunctions() {}

    static @Nullable Function find(String name, int args) {
        return switch (name) {
            case "getFullYear" -> part(name, t -> t.getYear());
            case "getMonth" -> part(name, t -> t.getMonthValue() - 1);
            case "getDate" -> part(name, t -> t.getDayOfMonth());
            case "getDayOfMonth" -> part(name, t -> t.getDayOfMonth() - 1);
            case "getDayOfWeek" -> part(name, t -> t.getDayOfWeek().getValue() % 7);
            case "getDayOfYear" -> part(name, t -> t.getDayOfYear() - 1);
            case "getHours" -> partOrTotal(name, t -> t.getHour(), Duration.ofHours(1));
            case "getMinutes" -> partOrTotal(name, t -> t.getMinute(), Duration.ofMinutes(1));
            case "getSeconds" -> partOrTotal(name, t -> t.getSecond(), Duration.ofSeconds(1));
            case "getMilliseconds" -> partOrTotal(name, t -> t.getNano() / 1_000_000, Duration.ofMillis(1));
            default -> null;
        };
    }

    @FunctionalInterface
    private interface Part {
        int of(ZonedDateTime time);
    }

    private static Function part(String name, Part part) {
        return (a, f) -> a[0] instanceof Instant time ? zoned(name, time, a, part) : CelError.noOverload(name, a);
    }

    private static Function partOrTotal(String name, Part part, Duration unit) {
        Function ofTimestamp = part(name, part);
        return (a, f) -> a[0] instanceof Duration d && a.length == 1
                ? (Object) (nanos(d) / unit.toNanos())
                : ofTimestamp.call(a, f);
    }

    private static Object zoned(String name, Instant time, Object[] args, Part part) {
        if (args.length == 1) {
            return (long) part.of(time.atZone(ZoneOffset.UTC));
        }
        if (!(args[1] instanceof String zone)) {
            return CelError.noOverload(name, args);
        }
        try {
            return (long) part.of(time.atZone(zone(zone)));
        } catch (DateTimeException e) {
            return new CelError(CelError.Kind.OTHER, "unknown time zone " + zone);
        }
    }

    private static ZoneId zone(String text) {
        Matcher offset = OFFSET.matcher(text);
        if (offset.matches()) {
            int sign = "-".equals(offset.group(1)) ? -1 : 1;
            int hours = Integer.parseInt(offset.group(2));
            int minutes = Integer.parseInt(offset.group(3));
            return ZoneOffset.ofTotalSeconds(sign * (hours * 3600 + minutes * 60));
        }
        return text.isEmpty() || text.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(text);
    }

    static long nanos(Duration duration) {
        return duration.toNanos();
    }

    static Object timestamp(long epochSeconds) {
        return epochSeconds < FIRST.getEpochSecond() || epochSeconds > LAST.getEpochSecond()
                ? timestampRange()
                : Instant.ofEpochSecond(epochSeconds);
    }

    private static CelError timestampRange() {
        return new CelError(CelError.Kind.OVERFLOW, "timestamp overflow");
    }

    private static CelError durationRange() {
        return new CelError(CelError.Kind.OVERFLOW, "duration overflow");
    }

    static Object parseTimestamp(String text) {
        if (!RFC3339.matcher(text).matches()) {
            return CelError.conversion("cannot parse \"" + text + "\" as an RFC 3339 time");
        }
        try {
            String clean = text.replace(',', '.');
            int dot = clean.indexOf('.');
            if (dot > 0) {
                int end = dot + 1;
                while (Character.isDigit(clean.charAt(end))) {
                    end++;
                }
                clean = clean.substring(0, Math.min(end, dot + 10)) + clean.substring(end);
            }
            Instant time = OffsetDateTime.parse(clean).toInstant();
            return time.isBefore(FIRST) || time.isAfter(LAST) ? timestampRange() : time;
        } catch (DateTimeException e) {
            return CelError.conversion("cannot parse \"" + text + "\" as an RFC 3339 time");
        }
    }

    static Object parseDuration(String text) {
        CelError wrong = CelError.conversion("invalid duration \"" + text + "\"");
        String rest = text;
        boolean negative = rest.startsWith("-");
        rest = negative || rest.startsWith("+") ? rest.substring(1) : rest;
        if (rest.equals("0")) {
            return Duration.ZERO;
        }
        BigDecimal total = BigDecimal.ZERO;
        Matcher part = DURATION_PART.matcher(rest);
        int at = 0;
        while (at < rest.length() && part.find(at) && part.start() == at) {
            String whole = part.group(1);
            String fraction = part.group(2) == null ? "" : part.group(2);
            if (whole.isEmpty() && fraction.isEmpty()) {
                return wrong;
            }
            BigDecimal number = new BigDecimal(new BigInteger("0" + whole + fraction), fraction.length());
            total = total.add(
                    number.multiply(BigDecimal.valueOf(unit(part.group(3)))).setScale(0, RoundingMode.DOWN));
            at = part.end();
        }
        if (at == 0 || at < rest.length()) {
            return wrong;
        }
        BigInteger nanos = negative ? total.toBigInteger().negate() : total.toBigInteger();
        return nanos.bitLength() > 63 ? wrong : Duration.ofNanos(nanos.longValue());
    }

    private static long unit(String name) {
        return switch (name) {
            case "ns" -> 1L;
            case "us", "µs", "μs" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
        };
    }

    static String text(Instant time) {
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        String seconds = utc.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss"));
        if (utc.getNano() == 0) {
            return seconds + "Z";
        }
        String fraction = "%09d".formatted(utc.getNano());
        int end = fraction.length();
        while (fraction.charAt(end - 1) == '0') {
            end--;
        }
        return seconds + "." + fraction.substring(0, end) + "Z";
    }

    static String text(Duration duration) {
        double seconds = duration.getSeconds() + duration.getNano() / 1e9;
        return GoFloat.format(seconds, Integer.MAX_VALUE) + "s";
    }

    static Object add(Object[] args) {
        return switch (args[0]) {
            case Instant time when args[1] instanceof Duration d -> shift(time, d);
            case Duration d when args[1] instanceof Instant time -> shift(time, d);
            case Duration a
            when args[1] instanceof Duration b ->
                total(BigInteger.valueOf(nanos(a)).add(BigInteger.valueOf(nanos(b))));
            default -> CelError.noOverload("_+_", args);
        };
    }

    static Object subtract(Object[] args) {
        return switch (args[0]) {
            case Instant time when args[1] instanceof Duration d -> shift(time, d.negated());
            case Instant a when args[1] instanceof Instant b -> total(exactNanos(Duration.between(b, a)));
            case Duration a
            when args[1] instanceof Duration b ->
                total(BigInteger.valueOf(nanos(a)).subtract(BigInteger.valueOf(nanos(b))));
            default -> CelError.noOverload("_-_", args);
        };
    }

    private static BigInteger exactNanos(Duration duration) {
        return BigInteger.valueOf(duration.getSeconds())
                .multiply(BigInteger.valueOf(1_000_000_000L))
                .add(BigInteger.valueOf(duration.getNano()));
    }

    private static Object total(BigInteger nanos) {
        return nanos.bitLength() > 63 ? durationRange() : Duration.ofNanos(nanos.longValue());
    }

    private static Object shift(Instant time, Duration by) {
        Instant moved = time.plus(by);
        return moved.isBefore(FIRST) || moved.isAfter(LAST) ? timestampRange() : moved;
    }
}
