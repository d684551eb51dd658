package dev.gabion.cel.eval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Conversions between types, which go by the names of their targets. */
final class Conversions {
    private Conversions() {}

    static @Nullable Function find(String name, int args) {
        return switch (name) {
            case "int" -> (a, f) -> toInt(a[0]);
            case "uint" -> (a, f) -> toUInt(a[0]);
            case "double" -> (a, f) -> toDouble(a[0]);
            case "bool" -> (a, f) -> toBool(a[0]);
            case "string" -> (a, f) -> toText(a[0]);
            case "bytes" -> (a, f) -> toBytes(a[0]);
            case "timestamp" -> (a, f) -> toTimestamp(a[0]);
            case "duration" -> (a, f) -> toDuration(a[0]);
            case "dyn" -> (a, f) -> a[0];
            case "type" -> (a, f) -> new TypeValue(Types.nameOf(a[0]));
            default -> null;
        };
    }

    private static CelError failed(Object from, String to) {
        return CelError.conversion("type conversion error from '" + Types.nameOf(from) + "' to '" + to + "'");
    }

    private static CelError outOfRange(String type) {
        return new CelError(CelError.Kind.OVERFLOW, type + " overflow");
    }

    private static Object toInt(Object value) {
        return switch (value) {
            case Long l -> l;
            case UInt u -> u.bits() < 0 ? outOfRange("integer") : (Object) u.bits();
            case Double d -> d > -0x1p63 && d < 0x1p63 ? (Object) (long) (double) d : outOfRange("integer");
            case Instant i -> i.getEpochSecond();
            case String s -> parseInt(s);
            case Duration d -> TimeFunctions.nanos(d);
            default -> CelError.noOverload("int", value);
        };
    }

    private static Object parseInt(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return failed(text, "int");
        }
    }

    private static Object toUInt(Object value) {
        return switch (value) {
            case UInt u -> u;
            case Long l -> l < 0 ? outOfRange("unsigned integer") : new UInt(l);
            case Double d ->
                d >= 0 && d < 0x1p64
                        ? new UInt(new BigDecimal(d).toBigInteger().longValue())
                        : outOfRange("unsigned integer");
            case String s -> parseUInt(s);
            default -> CelError.noOverload("uint", value);
        };
    }

    private static Object parseUInt(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || text.length() > 30) {
            return failed(text, "uint");
        }
        BigInteger value = new BigInteger(text);
        return value.compareTo(UInt.MAX) > 0 ? failed(text, "uint") : new UInt(value.longValue());
    }

    private static Object toDouble(Object value) {
        return switch (value) {
            case Double d -> d;
            case Long l -> (double) l;
            case UInt u -> u.exact().doubleValue();
            case String s -> parseDouble(s);
            default -> CelError.noOverload("double", value);
        };
    }

    private static Object parseDouble(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity", "+infinity" -> {
                return Double.POSITIVE_INFINITY;
            }
            case "-inf", "-infinity" -> {
                return Double.NEGATIVE_INFINITY;
            }
            case "nan" -> {
                return Double.NaN;
            }
            default -> {
                boolean plain =
                        !text.isEmpty() && text.chars().allMatch(c -> "0123456789+-.eExXpPaAbBcCdDfF".indexOf(c) >= 0);
                boolean suffixed = !text.isEmpty() && "fFdD".indexOf(text.charAt(text.length() - 1)) >= 0;
                if (!plain || suffixed) {
                    return failed(text, "double");
                }
            }
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isInfinite(value) ? failed(text, "double") : (Object) value;
        } catch (NumberFormatException e) {
            return failed(text, "double");
        }
    }

    private static Object toBool(Object value) {
        return switch (value) {
            case Boolean b -> b;
            case String s ->
                switch (s) {
                    case "1", "t", "T", "true", "TRUE", "True" -> true;
                    case "0", "f", "F", "false", "FALSE", "False" -> false;
                    default -> failed(s, "bool");
                };
            default -> CelError.noOverload("bool", value);
        };
    }

    private static Object toText(Object value) {
        return switch (value) {
            case String s -> s;
            case Long l -> Long.toString(l);
            case UInt u -> u.toString();
            case Double d -> GoFloat.format(d, 21);
            case Boolean b -> Boolean.toString(b);
            case Bytes b -> decode(b);
            case Instant i -> TimeFunctions.text(i);
            case Duration d -> TimeFunctions.text(d);
            default -> CelError.noOverload("string", value);
        };
    }

    private static Object decode(Bytes bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return CelError.conversion("invalid UTF-8 in bytes, cannot convert to string");
        }
    }

    private static Object toBytes(Object value) {
        return switch (value) {
            case Bytes b -> b;
            case String s -> Bytes.utf8(s);
            default -> CelError.noOverload("bytes", value);
        };
    }

    private static Object toTimestamp(Object value) {
        return switch (value) {
            case Instant i -> i;
            case Long l -> TimeFunctions.timestamp(l);
            case String s -> TimeFunctions.parseTimestamp(s);
            default -> CelError.noOverload("timestamp", value);
        };
    }

    private static Object toDuration(Object value) {
        return switch (value) {
            case Duration d -> d;
            case Long l -> Duration.ofNanos(l);
            case String s -> TimeFunctions.parseDuration(s);
            default -> CelError.noOverload("duration", value);
        };
    }
}
