package dev.gabion.cel.eval;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks into values for tests of other packages. */
public final class TestValues {
    private TestValues() {}

    /** The word vectors use for the value's type. */
    public static String kind(Object value) {
        return switch (value) {
            case NullValue n -> "null";
            case Boolean b -> "bool";
            case Long l -> "int";
            case UInt u -> "uint";
            case Double d -> "double";
            case String s -> "string";
            case Bytes b -> "bytes";
            case Timestamp t -> "timestamp";
            case DurationValue d -> "duration";
            case TypeValue t -> "type";
            case OptionalValue o -> "optional";
            case QuantityValue q -> "quantity";
            case IpValue i -> "ip";
            case CidrValue c -> "cidr";
            case UrlValue u -> "url";
            case SemverValue s -> "semver";
            case LibraryValue o -> "opaque";
            default -> Lists.isList(value) ? "list" : Maps.isMap(value) ? "map" : "?";
        };
    }

    /** A scalar the way vectors write it. */
    public static String text(Object value) {
        return switch (value) {
            case NullValue n -> "true";
            case Double d -> Double.isInfinite(d) ? (d > 0 ? "Infinity" : "-Infinity") : GoFloat.general(d);
            case Bytes b -> Base64.getEncoder().encodeToString(b.toArray());
            case Timestamp t -> new Timestamp(t.seconds(), t.nanos(), 0).text();
            case DurationValue d -> Long.toString(d.nanos());
            case TypeValue t -> t.name();
            case LibraryValue o when kind(o).equals("opaque") -> o.typeName();
            default -> String.valueOf(value);
        };
    }

    public static @Nullable List<Object> items(Object value) {
        return Lists.isList(value) ? Lists.items(value) : null;
    }

    public static @Nullable List<Object[]> entries(Object value) {
        if (!Maps.isMap(value)) {
            return null;
        }
        List<Object[]> all = new ArrayList<>();
        for (Object key : Maps.keys(value)) {
            Object item = Maps.get(value, key);
            if (item != null) {
                all.add(new Object[] {key, item});
            }
        }
        return all;
    }

    public static @Nullable Object inner(Object optional) {
        return ((OptionalValue) optional).value();
    }

    public static @Nullable BigDecimal quantity(Object value) {
        return value instanceof QuantityValue q ? q.value() : null;
    }

    public static Object uint(long bits) {
        return new UInt(bits);
    }

    public static Object bytes(byte[] content) {
        return new Bytes(content);
    }

    public static Object list(List<?> items) {
        return ListValue.copyOf(items);
    }

    public static Object map(List<Object[]> entries) {
        MapValue.Builder map = new MapValue.Builder();
        entries.forEach(e -> map.put(e[0], e[1]));
        return map.build();
    }

    public static Object type(String name) {
        return new TypeValue(name);
    }

    public static Object timestamp(long seconds, int nanos) {
        return new Timestamp(seconds, nanos, 0);
    }

    public static Object duration(long nanos) {
        return new DurationValue(nanos);
    }

    public static boolean isTimestamp(Object value, long seconds, int nanos) {
        return value instanceof Timestamp t && t.seconds() == seconds && t.nanos() == nanos;
    }

    /** Whether two values are of one type and equal, NaN included, all the way down. */
    public static boolean same(Object a, Object b) {
        if (!kind(a).equals(kind(b))) {
            return false;
        }
        if (Lists.isList(a)) {
            boolean same = Lists.size(a) == Lists.size(b);
            for (int i = 0; same && i < Lists.size(a); i++) {
                same = same(Lists.get(a, i), Lists.get(b, i));
            }
            return same;
        }
        if (Maps.isMap(a)) {
            boolean same = Maps.size(a) == Maps.size(b);
            for (Object key : Maps.keys(a)) {
                Object x = Maps.get(a, key);
                Object y = Maps.get(b, key);
                same &= x != null && y != null && same(x, y);
            }
            return same;
        }
        if (a instanceof OptionalValue x && b instanceof OptionalValue y) {
            return x.value() == null ? y.value() == null : y.value() != null && same(x.value(), y.value());
        }
        return a instanceof Double x ? x.equals(b) || (x == 0 && (Double) b == 0) : Equality.equal(a, b, new Frame());
    }
}
