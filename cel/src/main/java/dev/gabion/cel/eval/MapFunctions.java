package dev.gabion.cel.eval;

import org.jspecify.annotations.Nullable;

/** What the macros {@code transformMap} and {@code transformMapEntry} expand to. */
final class MapFunctions {
    private MapFunctions() {}

    static @Nullable Function find(String name, int args) {
        return name.equals("cel.@mapInsert") ? (a, f) -> insert(a) : null;
    }

    private static Object insert(Object[] args) {
        if (!Maps.isMap(args[0])) {
            return CelError.noOverload("cel.@mapInsert", args);
        }
        MapValue map = args[0] instanceof MapValue value ? value.copy() : copy(args[0]);
        if (args.length == 3) {
            return map.put(args[1], args[2]) ? map : repeated(args[1]);
        }
        if (!Maps.isMap(args[1])) {
            return CelError.noOverload("cel.@mapInsert", args);
        }
        for (Object key : Maps.keys(args[1])) {
            Object value = Maps.get(args[1], key);
            if (value != null && !map.put(key, value)) {
                return repeated(key);
            }
        }
        return map;
    }

    private static CelError repeated(Object key) {
        return new CelError(CelError.Kind.OTHER, "insert failed: key '" + key + "' already exists");
    }

    private static MapValue copy(Object map) {
        MapValue copy = new MapValue();
        for (Object key : Maps.keys(map)) {
            Object value = Maps.get(map, key);
            if (value != null) {
                copy.put(key, value);
            }
        }
        return copy;
    }
}
