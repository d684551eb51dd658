package dev.gabion.cel.eval;

/** What the macros {@code transformMap} and {@code transformMapEntry} expand to. */
final class MapFunctions {
    private static final String INSERT = "cel.@mapInsert";

    private MapFunctions() {}

    /** {@code (map, key, value)} or {@code (map, entries)}; a key that is there already is an error. */
    static Object insert(Object[] args, Frame frame) {
        if (!Maps.isMap(args[0])) {
            return CelError.noOverload(INSERT, args);
        }
        MapValue map = args[0] instanceof MapValue value ? value : MapValue.empty();
        if (args.length == 3) {
            MapValue grown = map.plus(args[1], args[2], frame);
            return grown == null ? repeated(args[1]) : grown;
        }
        return Maps.isMap(args[1]) ? insertAll(map, args[1], frame) : CelError.noOverload(INSERT, args);
    }

    private static Object insertAll(MapValue map, Object entries, Frame frame) {
        MapValue grown = map;
        for (Object key : Maps.keys(entries)) {
            Object value = Maps.get(entries, key);
            MapValue next = value == null ? grown : grown.plus(key, value, frame);
            if (next == null) {
                return repeated(key);
            }
            grown = next;
        }
        return grown;
    }

    private static CelError repeated(Object key) {
        return CelError.other("insert failed: a key of type " + Types.nameOf(key) + " already exists");
    }
}
