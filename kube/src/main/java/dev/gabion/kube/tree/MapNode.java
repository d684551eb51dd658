package dev.gabion.kube.tree;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping with string keys in the order of the file. Entry {@code i} has a key, the key's own span, and a value.
 * Lookup is linear for the small maps Kubernetes objects are made of, and hashed for large ones.
 */
public final class MapNode extends Node {
    /** An empty map that stands in no file. */
    public static final MapNode EMPTY = new MapNode(NOWHERE, NOWHERE, new String[0], new int[0], new Node[0]);

    private static final int HASHED_FROM = 12;

    private final String[] keys;
    private final int[] keySpans;
    private final Node[] values;
    private final @Nullable KeyIndex index;

    /**
     * Takes the arrays as its own. {@code keySpans} holds start and end of key {@code i} at {@code 2i} and
     * {@code 2i + 1}. Keys are distinct.
     */
    public MapNode(int start, int end, String[] keys, int[] keySpans, Node[] values) {
        super(start, end);
        this.keys = keys;
        this.keySpans = keySpans;
        this.values = values;
        this.index = keys.length >= HASHED_FROM ? KeyIndex.of(keys) : null;
    }

    /** Collects entries; a key that is put again replaces the earlier value and keeps its place. */
    public static final class Builder {
        private String[] keys = new String[8];
        private int[] spans = new int[16];
        private Node[] values = new Node[8];
        private int size;
        private @Nullable Map<String, Integer> index;

        private Builder() {}

        public int size() {
            return size;
        }

        /** The index of a key put before, or -1. */
        public int indexOf(String key) {
            Map<String, Integer> table = index;
            if (table != null) {
                return table.getOrDefault(key, -1);
            }
            for (int i = 0; i < size; i++) {
                if (keys[i].equals(key)) {
                    return i;
                }
            }
            return -1;
        }

        public Builder put(String key, Node value) {
            return put(key, NOWHERE, NOWHERE, value);
        }

        public Builder put(String key, @Nullable Object scalar) {
            return put(key, ScalarNode.unwritten(scalar));
        }

        /** Adds entry {@code i} of another map under its own key span. */
        public Builder copy(MapNode from, int i, Node value) {
            return put(from.keys[i], from.keySpans[2 * i], from.keySpans[2 * i + 1], value);
        }

        public Builder put(String key, int keyStart, int keyEnd, Node value) {
            int at = indexOf(key);
            if (at < 0) {
                at = size++;
                grow();
                register(key, at);
            }
            keys[at] = key;
            spans[2 * at] = keyStart;
            spans[2 * at + 1] = keyEnd;
            values[at] = value;
            return this;
        }

        private void grow() {
            if (size > keys.length) {
                keys = Arrays.copyOf(keys, keys.length * 2);
                spans = Arrays.copyOf(spans, spans.length * 2);
                values = Arrays.copyOf(values, values.length * 2);
            }
        }

        private void register(String key, int at) {
            Map<String, Integer> table = index;
            if (table == null && size > 32) {
                table = new HashMap<>();
                for (int i = 0; i < at; i++) {
                    table.put(keys[i], i);
                }
                index = table;
            }
            if (table != null) {
                table.put(key, at);
            }
        }

        /** A map that stands in no file. */
        public MapNode build() {
            return build(NOWHERE, NOWHERE);
        }

        public MapNode build(int start, int end) {
            return size == 0
                    ? new MapNode(start, end, EMPTY.keys, EMPTY.keySpans, EMPTY.values)
                    : new MapNode(
                            start,
                            end,
                            Arrays.copyOf(keys, size),
                            Arrays.copyOf(spans, size * 2),
                            Arrays.copyOf(values, size));
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    public int size() {
        return keys.length;
    }

    public String key(int index) {
        return keys[index];
    }

    public Node value(int index) {
        return values[index];
    }

    /** First byte of key {@code index}, or {@link #NOWHERE} for an entry the file does not have. */
    public int keyStart(int index) {
        return keySpans[2 * index];
    }

    public int keyEnd(int index) {
        return keySpans[2 * index + 1];
    }

    /** A copy in which the key has this value; a new key comes last and stands in no file. */
    public MapNode with(String key, Node value) {
        Builder copy = startCopy(keys.length);
        int at = indexOf(key);
        return (at < 0 ? copy.put(key, value) : copy.copy(this, at, value)).build(start(), end());
    }

    /** A builder that holds the first entries of this map. */
    public Builder startCopy(int entries) {
        Builder copy = new Builder();
        for (int i = 0; i < entries; i++) {
            copy.copy(this, i, values[i]);
        }
        return copy;
    }

    /** The index of a key, or -1. */
    public int indexOf(String key) {
        KeyIndex known = index;
        if (known != null) {
            return known.find(key);
        }
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    public @Nullable Node get(String key) {
        int i = indexOf(key);
        return i < 0 ? null : values[i];
    }

    public boolean has(String key) {
        return indexOf(key) >= 0;
    }

    /** The value if it is a map, else null. */
    public @Nullable MapNode map(String key) {
        return get(key) instanceof MapNode m ? m : null;
    }

    /** The value if it is a list, else the empty list. */
    public ListNode list(String key) {
        return get(key) instanceof ListNode l ? l : ListNode.EMPTY;
    }

    /** The value if it is a string, else null. */
    public @Nullable String string(String key) {
        return get(key) instanceof ScalarNode s && s.value() instanceof String text ? text : null;
    }

    /** Follows keys through nested maps; null where one is absent or not a map. */
    public @Nullable Node at(String... path) {
        Node node = this;
        for (String key : path) {
            if (!(node instanceof MapNode m)) {
                return null;
            }
            Node next = m.get(key);
            if (next == null) {
                return null;
            }
            node = next;
        }
        return node;
    }

    /** Like {@link #at} for a value that should be a map. */
    public @Nullable MapNode mapAt(String... path) {
        return at(path) instanceof MapNode m ? m : null;
    }

    /** Equal when the same keys have equal values, in any order. */
    @Override
    public boolean equals(Object o) {
        if (!(o instanceof MapNode m) || m.keys.length != keys.length) {
            return false;
        }
        for (int i = 0; i < keys.length; i++) {
            int j = m.indexOf(keys[i]);
            if (j < 0 || !values[i].equals(m.values[j])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int h = 0;
        for (int i = 0; i < keys.length; i++) {
            h += keys[i].hashCode() * 31 + values[i].hashCode();
        }
        return h;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("{");
        for (int i = 0; i < keys.length; i++) {
            out.append(i == 0 ? "" : ", ").append(keys[i]).append(": ").append(values[i]);
        }
        return out.append('}').toString();
    }

    /** The keys, for messages and tests. */
    public List<String> keys() {
        return Arrays.asList(keys.clone());
    }
}
