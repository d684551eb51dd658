package dev.gabion.cel.eval;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Conversions between types, which go by the names of their targets. */
final class Conversions {
    private Conversions() {}

    static Object convert(String target, Object value) {
        Object converted = switch (target) {
            case "int" -> toInt(value);
            case "uint" -> toUInt(value);
            case "double" -> toDouble(value);
            case "bool" -> toBool(value);
            case "string" -> toText(value);
            case "bytes" -> toBytes(value);
            case "timestamp" -> toTimestamp(value);
            case "duration" -> toDuration(value);
            case "type" -> new TypeValue(Types.nameOf(value));
            default -> value;
        };
        return converted == null ? CelError.noOverload(target, value) : converted;
    }

    private static @Nullable Object toInt(Object value) {
        return switch (value) {
            case Long l -> l;
            case UInt u -> u.bits() < 0 ? CelError.overflow() : (Object) u.bits();
            case Double d -> d > -0x1p63 && d < 0x1p63 ? (Object) (long) (double) d : CelError.overflow();
            case Timestamp t -> t.seconds();
            case DurationValue d -> d.nanos();
            case String s -> NumberText.parseInt(s);
            default -> null;
        };
    }

    private static @Nullable Object toUInt(Object value) {
        return switch (value) {
            case UInt u -> u;
            case Long l -> l < 0 ? CelError.unsignedOverflow() : new UInt(l);
            case Double d -> d >= 0 && d < 0x1p64 ? UInt.of(d) : CelError.unsignedOverflow();
            case String s -> NumberText.parseUInt(s);
            default -> null;
        };
    }

    private static @Nullable Object toDouble(Object value) {
        return switch (value) {
            case Double d -> d;
            case Long l -> (double) l;
            case UInt u -> u.toDouble();
            case String s -> NumberText.parseDouble(s);
            default -> null;
        };
    }

    private static @Nullable Object toBool(Object value) {
        return switch (value) {
            case Boolean b -> b;
            case String s ->
                switch (s) {
                    case "1", "t", "T", "true", "TRUE", "True" -> true;
                    case "0", "f", "F", "false", "FALSE", "False" -> false;
                    default -> CelError.conversion(s, "bool");
                };
            default -> null;
        };
    }

    static @Nullable Object toText(Object value) {
        return switch (value) {
            case String s -> s;
            case Long l -> Long.toString(l);
            case UInt u -> u.toString();
            case Double d -> GoFloat.general(d);
            case Boolean b -> Boolean.toString(b);
            case Bytes b -> decode(b);
            case LibraryValue library -> library.text();
            default -> null;
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

    private static @Nullable Object toBytes(Object value) {
        return value instanceof Bytes ? value : value instanceof String s ? Bytes.utf8(s) : null;
    }

    private static @Nullable Object toTimestamp(Object value) {
        return switch (value) {
            case Timestamp t -> t;
            case Long l -> Timestamp.of(l, 0, 0);
            case String s -> TimeText.timestamp(s);
            default -> null;
        };
    }

    private static @Nullable Object toDuration(Object value) {
        return switch (value) {
            case DurationValue d -> d;
            case Long l -> new DurationValue(l);
            case String s -> TimeText.duration(s);
            default -> null;
        };
    }
}
