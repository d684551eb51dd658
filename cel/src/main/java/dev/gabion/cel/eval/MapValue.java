package dev.gabion.cel.eval;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map made by an expression. Numeric keys of different types that are equal are the same key. */
public final class MapValue {
    private final Map<Object, Entry> entries = new LinkedHashMap<>();

    private record Entry(Object key, Object value) {}

    /** A map with string keys. */
    public static MapValue of(Map<String, ?> entries) {
        MapValue map = new MapValue();
        entries.forEach(map::put);
        return map;
    }

    /** Adds an entry; false if the key was there. */
    boolean put(Object key, Object value) {
        return entries.putIfAbsent(canonical(key), new Entry(key, value)) == null;
    }

    MapValue copy() {
        MapValue map = new MapValue();
        map.entries.putAll(entries);
        return map;
    }

    int size() {
        return entries.size();
    }

    @Nullable
    Object get(Object key) {
        Entry entry = entries.get(canonical(key));
        return entry == null ? null : entry.value;
    }

    List<Object> keys() {
        List<Object> keys = new ArrayList<>(entries.size());
        entries.values().forEach(e -> keys.add(e.key));
        return keys;
    }

    /** Equal keys get equal canonical forms: whole numbers of every type meet as {@link Long} or {@link BigDecimal}. */
    static Object canonical(Object key) {
        return switch (key) {
            case UInt u -> u.bits() >= 0 ? (Object) u.bits() : u.exact();
            case Double d when d == Math.rint(d) && Math.abs(d) < 0x1p63 -> (long) (double) d;
            case Double d when d == Math.rint(d) && !Double.isInfinite(d) -> new BigDecimal(d);
            default -> key;
        };
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("{");
        for (Entry entry : entries.values()) {
            out.append(out.length() == 1 ? "" : ", ")
                    .append(entry.key)
                    .append(": ")
                    .append(entry.value);
        }
        return out.append('}').toString();
    }
}
