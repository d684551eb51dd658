package dev.gabion.cel.eval;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A protobuf message that stands for a plain value: wrappers of scalars, JSON values, timestamps and durations. Fields
 * that are not set have their type's zero value; numbers within JSON values are doubles.
 */
final class WellKnownMessage {
    private static final long EXACT = (1L << 53) - 1;
    private static final long NANOS = 1_000_000_000L;

    private final String type;
    private final Frame frame;
    private final Map<String, Object> fields = new HashMap<>();
    private Object last = NullValue.NULL;

    WellKnownMessage(String type, Frame frame) {
        this.type = type;
        this.frame = frame;
    }

    void set(String field, Object value) {
        fields.put(field, value);
        last = value;
    }

    private Object field(String name, Object zero) {
        return fields.getOrDefault(name, zero);
    }

    /** The value or an error. */
    Object value() {
        return switch (type) {
            case "BoolValue" -> field("value", false);
            case "BytesValue" -> field("value", Bytes.utf8(""));
            case "DoubleValue" -> field("value", 0.0);
            case "FloatValue" ->
                field("value", 0.0) instanceof Double d ? (Object) (double) (float) (double) d : wrong();
            case "Int64Value" -> field("value", 0L);
            case "Int32Value" -> int32();
            case "UInt64Value" -> field("value", new UInt(0));
            case "UInt32Value" -> uint32();
            case "StringValue" -> field("value", "");
            case "Value" -> json(last);
            case "Struct" -> json(field("fields", MapValue.empty()));
            case "ListValue" -> json(field("values", ListValue.EMPTY));
            case "Duration" -> duration();
            default -> timestamp();
        };
    }

    private CelError wrong() {
        return CelError.noOverload(MessageCall.PACKAGE + type, last);
    }

    private Object int32() {
        Object value = field("value", 0L);
        return value instanceof Long l && l != l.intValue() ? CelError.overflow() : value;
    }

    private Object uint32() {
        Object value = field("value", new UInt(0));
        return value instanceof UInt u && u.bits() >>> 32 != 0 ? CelError.unsignedOverflow() : value;
    }

    private Object duration() {
        if (!(field("seconds", 0L) instanceof Long seconds) || !(field("nanos", 0L) instanceof Long nanos)) {
            return wrong();
        }
        Object scaled = Arithmetic.multiply(seconds, NANOS);
        Object total = scaled instanceof Long whole ? Arithmetic.add(whole, nanos) : scaled;
        return total instanceof Long sum ? new DurationValue(sum) : total;
    }

    private Object timestamp() {
        if (!(field("seconds", 0L) instanceof Long seconds) || !(field("nanos", 0L) instanceof Long nanos)) {
            return wrong();
        }
        return nanos < 0 || nanos >= NANOS
                ? CelError.other("timestamp out of range")
                : Timestamp.of(seconds, nanos.intValue(), 0);
    }

    private Object json(Object value) {
        if (Lists.isList(value) || Maps.isMap(value)) {
            frame.enter();
            try {
                return Lists.isList(value) ? list(value) : map(value);
            } finally {
                frame.leave();
            }
        }
        return switch (value) {
            case Long l -> Math.abs(l) <= EXACT ? (Object) (double) l : Long.toString(l);
            case UInt u -> u.bits() >= 0 && u.bits() <= EXACT ? (Object) (double) u.bits() : u.toString();
            case Bytes b -> Base64.getEncoder().encodeToString(b.toArray());
            case Timestamp t -> t.text();
            case DurationValue d -> d.text();
            case NullValue n -> n;
            case Boolean b -> b;
            case Double d -> d;
            case String s -> s;
            default -> CelError.conversion(value, MessageCall.PACKAGE + "Value");
        };
    }

    private Object list(Object list) {
        frame.produce(Lists.size(list));
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < Lists.size(list); i++) {
            Object item = json(Lists.get(list, i));
            if (item instanceof CelError) {
                return item;
            }
            items.add(item);
        }
        return ListValue.of(items);
    }

    private Object map(Object map) {
        frame.produce(Maps.size(map));
        MapValue.Builder entries = new MapValue.Builder();
        for (Object key : Maps.keys(map)) {
            Object value = Maps.get(map, key);
            Object plain = value == null ? NullValue.NULL : json(value);
            if (!(key instanceof String) || plain instanceof CelError) {
                return plain instanceof CelError ? plain : CelError.conversion(key, "string");
            }
            entries.put(key, plain);
        }
        return entries.build();
    }
}
