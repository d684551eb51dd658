package dev.gabion.cel.differential;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeType;
import dev.cel.common.values.CelByteString;
import dev.gabion.cel.eval.Bytes;
import dev.gabion.cel.eval.NullValue;
import dev.gabion.cel.eval.OptionalValue;
import dev.gabion.cel.eval.TestValues;
import dev.gabion.cel.eval.UInt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of dev.cel's runtime and ours, one made the other. */
final class PlannerValues {
    private PlannerValues() {}

    static Object ofOurs(Object value) {
        List<Object> items = TestValues.items(value);
        if (items != null) {
            return items.stream().map(PlannerValues::ofOurs).toList();
        }
        List<Object[]> entries = TestValues.entries(value);
        if (entries != null) {
            Map<Object, Object> map = new LinkedHashMap<>();
            entries.forEach(e -> map.put(ofOurs(e[0]), ofOurs(e[1])));
            return map;
        }
        return switch (value) {
            case NullValue n -> dev.cel.common.values.NullValue.NULL_VALUE;
            case UInt u -> UnsignedLong.fromLongBits(u.bits());
            case Bytes b -> CelByteString.of(b.toArray());
            case Long l -> l;
            case Double d -> d;
            case Boolean b -> b;
            case String s -> s;
            default -> throw new IllegalArgumentException("no such variable for dev.cel: " + value);
        };
    }

    static Object toOurs(Object value) {
        return switch (value) {
            case dev.cel.common.values.NullValue n -> NullValue.NULL;
            case UnsignedLong u -> new UInt(u.longValue());
            case CelByteString b -> new Bytes(b.toByteArray());
            case Instant i -> TestValues.timestamp(i.getEpochSecond(), i.getNano());
            case Duration d -> TestValues.duration(d.toNanos());
            case CelType t -> TestValues.type(typeName(t));
            case Optional<?> o ->
                new OptionalValue(o.<Object>map(PlannerValues::toOurs).orElse(null));
            case List<?> l ->
                TestValues.list(l.stream().map(PlannerValues::toOurs).toList());
            case Map<?, ?> m -> {
                List<Object[]> entries = new ArrayList<>();
                m.forEach((k, v) -> entries.add(new Object[] {toOurs(k), toOurs(v)}));
                yield TestValues.map(entries);
            }
            default -> value;
        };
    }

    /** The type that a value of type type(x) names: x, and type itself where nothing more is known of x. */
    private static String typeName(CelType type) {
        return type instanceof TypeType t && !t.type().equals(SimpleType.DYN)
                ? t.type().name()
                : type.name();
    }
}
