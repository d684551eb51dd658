package dev.gabion.kube.tree;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place of a key among many. Maps of a usual size are hashed in one array of numbers; beyond that, where keys
 * chosen to collide would make such a table slow, a hash map that sorts colliding keys takes over.
 */
sealed interface KeyIndex {
    int LARGEST_TABLE = 256;

    /** The index of a key, or -1. */
    int find(String key);

    static KeyIndex of(String[] keys) {
        return keys.length <= LARGEST_TABLE ? new Table(keys, Table.slots(keys)) : new Sorted(Sorted.places(keys));
    }

    /** Open addressing: a slot holds the key's index plus one. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Table(String[] keys, int[] slots) implements KeyIndex {
        @Override
        public int find(String key) {
            int mask = slots.length - 1;
            for (int slot = spread(key) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
                if (keys[slots[slot] - 1].equals(key)) {
                    return slots[slot] - 1;
                }
            }
            return -1;
        }

        static int[] slots(String[] keys) {
            int[] table = new int[Integer.highestOneBit(keys.length) * 4];
            int mask = table.length - 1;
            for (int i = 0; i < keys.length; i++) {
                int slot = spread(keys[i]) & mask;
                while (table[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                table[slot] = i + 1;
            }
            return table;
        }

        private static int spread(String key) {
            int h = key.hashCode();
            return h ^ (h >>> 16);
        }
    }

    record Sorted(Map<String, Integer> places) implements KeyIndex {
        @Override
        public int find(String key) {
            @Nullable Integer at = places.get(key);
            return at == null ? -1 : at;
        }

        static Map<String, Integer> places(String[] keys) {
            Map<String, Integer> places = HashMap.newHashMap(keys.length);
            for (int i = 0; i < keys.length; i++) {
                places.put(keys[i], i);
            }
            return places;
        }
    }
}
