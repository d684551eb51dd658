package dev.gabion.cel.eval;

import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one way to look into a map, be it part of an object or made by an expression. */
final class Maps {
    private Maps() {}

    static boolean isMap(Object value) {
        return value instanceof MapNode || value instanceof MapValue;
    }

    static int size(Object map) {
        return map instanceof MapNode node ? node.size() : ((MapValue) map).size();
    }

    /** The value of a key, or null where the map lacks it. */
    static @Nullable Object get(Object map, Object key) {
        if (map instanceof MapNode node) {
            Node value = key instanceof String name ? node.get(name) : null;
            return value == null ? null : Values.of(value);
        }
        return ((MapValue) map).get(key);
    }

    static List<Object> keys(Object map) {
        if (map instanceof MapNode node) {
            List<Object> keys = new ArrayList<>(node.size());
            for (int i = 0; i < node.size(); i++) {
                keys.add(node.key(i));
            }
            return keys;
        }
        return ((MapValue) map).keys();
    }
}
