package dev.gabion.cel.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map made by an expression, in the order its keys came in. Immutable to its users; adding to the longest view of a
 * store that an addition made is done in place, so building a map entry by entry in a comprehension stays linear. Maps
 * made otherwise may be constants that threads share, so adding to them copies.
 *
 * <p>Keys of different numeric types are different entries, and a look-up finds an equal key of another type as the API
 * server does: a double finds both kinds of integer, the integers find each other, and no integer finds a double.
 */
public final class MapValue {
    private final Store store;
    private final int size;
    private final boolean added;

    /** Keys in order, and for each the place of its value. */
    private static final class Store {
        final List<Object> keys = new ArrayList<>();
        final List<Object> values = new ArrayList<>();
        final Map<Object, Integer> places = new HashMap<>();

        void add(Object key, Object value) {
            places.put(identity(key), keys.size());
            keys.add(key);
            values.add(value);
        }
    }

    /** A key that is equal to itself only: lists and maps, which the API server compares by address. */
    private static final class Same {
        private final Object value;

        Same(Object value) {
            this.value = value;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // identity is what this class is for
        public boolean equals(Object o) {
            return o instanceof Same s && s.value == value;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(value);
        }
    }

    private MapValue(Store store, boolean added) {
        this.store = store;
        this.size = store.keys.size();
        this.added = added;
    }

    static MapValue empty() {
        return new MapValue(new Store(), false);
    }

    /** A map with string keys. */
    public static MapValue of(Map<String, ?> entries) {
        Store store = new Store();
        entries.forEach(store::add);
        return new MapValue(store, false);
    }

    /** Collects the entries of a map literal: a key that comes again replaces the value. */
    static final class Builder {
        private final Store store = new Store();

        void put(Object key, Object value) {
            Integer place = store.places.get(identity(key));
            if (place == null) {
                store.add(key, value);
            } else {
                store.values.set(place, value);
            }
        }

        void remove(Object key) {
            Integer place = store.places.get(identity(key));
            if (place != null) {
                List<Object> keys = List.copyOf(store.keys);
                List<Object> values = List.copyOf(store.values);
                store.keys.clear();
                store.values.clear();
                store.places.clear();
                for (int i = 0; i < keys.size(); i++) {
                    if (i != place) {
                        store.add(keys.get(i), values.get(i));
                    }
                }
            }
        }

        MapValue build() {
            return new MapValue(store, false);
        }
    }

    /** This map and one entry more; null where the key is there already. */
    @Nullable
    MapValue plus(Object key, Object value, Frame frame) {
        if (get(key) != null) {
            return null;
        }
        Store target = added && store.keys.size() == size ? store : copy(frame);
        frame.produce(1);
        target.add(key, value);
        return new MapValue(target, true);
    }

    private Store copy(Frame frame) {
        frame.produce(size);
        Store copy = new Store();
        for (int i = 0; i < size; i++) {
            copy.add(store.keys.get(i), store.values.get(i));
        }
        return copy;
    }

    int size() {
        return size;
    }

    @Nullable
    Object get(Object key) {
        Object exact = exact(key);
        if (exact != null || key instanceof String) {
            return exact;
        }
        if (key instanceof Double d) {
            long whole = (long) (double) d;
            Object found = whole == d && d != 0x1p63 ? exact(whole) : null;
            return found == null && d >= 0 && d < 0x1p64 && d == Math.rint(d) ? exact(UInt.of(d)) : found;
        }
        if (key instanceof Long l) {
            return l >= 0 ? exact(new UInt(l)) : null;
        }
        return key instanceof UInt u && u.bits() >= 0 ? exact(u.bits()) : null;
    }

    private @Nullable Object exact(Object key) {
        Integer place = store.places.get(identity(key));
        return place == null || place >= size ? null : store.values.get(place);
    }

    List<Object> keys() {
        return store.keys.subList(0, size);
    }

    private static Object identity(Object key) {
        if (key instanceof Double d) {
            return Double.isNaN(d) ? new Same(key) : (Object) (d == 0 ? Double.valueOf(0) : d);
        }
        return Lists.isList(key) || Maps.isMap(key) ? new Same(key) : key;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("{");
        for (int i = 0; i < size; i++) {
            out.append(i == 0 ? "" : ", ")
                    .append(store.keys.get(i))
                    .append(": ")
                    .append(store.values.get(i));
        }
        return out.append('}').toString();
    }
}
