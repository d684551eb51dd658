package dev.gabion.controls.scan;

import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.RefusedNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a tree are kept after an object has been read. A node that is named but not whole keeps its presence:
 * a map without entries, a list whose items are masked in turn.
 */
final class Mask {
    private static final String EVERY = "*";

    private final Map<String, Mask> children = new HashMap<>();
    private boolean whole;

    Mask child(String key) {
        return children.computeIfAbsent(key, k -> new Mask());
    }

    /** The mask of every list item or map value. */
    Mask every() {
        return child(EVERY);
    }

    void keepWhole() {
        whole = true;
    }

    /** Keeps what a path leads to, whole. */
    void keep(FieldPath path) {
        at(path).keepWhole();
    }

    Mask at(FieldPath path) {
        Mask mask = this;
        for (FieldPath.Step step : path.steps()) {
            mask = step instanceof FieldPath.Step.Key(String name) ? mask.child(name) : mask.every();
        }
        return mask;
    }

    /** Keeps everything another mask keeps. */
    void include(Mask other) {
        whole |= other.whole;
        other.children.forEach((key, mask) -> child(key).include(mask));
    }

    MapNode apply(MapNode map) {
        return (MapNode) apply((Node) map);
    }

    private Node apply(Node node) {
        if (whole) {
            return node;
        }
        return switch (node) {
            case MapNode map -> map(map);
            case ListNode list -> list(list);
            case RefusedNode refused -> new RefusedNode(apply(refused.original()), refused.reason());
            default -> node;
        };
    }

    private MapNode map(MapNode map) {
        Mask every = children.get(EVERY);
        MapNode.Builder kept = MapNode.builder();
        for (int i = 0; i < map.size(); i++) {
            Mask mask = mask(map.key(i), every);
            if (mask != null) {
                kept.copy(map, i, mask.apply(map.value(i)));
            }
        }
        return kept.build(map.start(), map.end());
    }

    private @Nullable Mask mask(String key, @Nullable Mask every) {
        Mask own = children.get(key);
        return own == null ? every : own;
    }

    private ListNode list(ListNode list) {
        Mask every = children.get(EVERY);
        if (every == null) {
            return list.withItems(new Node[0]);
        }
        Node[] items = new Node[list.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = every.apply(list.get(i));
        }
        return list.withItems(items);
    }
}
