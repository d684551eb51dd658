package dev.gabion.cel.eval;

import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.RefusedNode;
import dev.gabion.kube.tree.ScalarNode;

/**
 * Nodes as CEL values. Maps and lists are themselves; scalars are their {@link Long}, {@link Double}, {@link Boolean}
 * or {@link String}; a value the server would refuse is an error.
 */
public final class Values {
    private Values() {}

    /** What an expression sees in place of a node. */
    public static Object of(Node node) {
        return switch (node) {
            case MapNode map -> map;
            case ListNode list -> list;
            case ScalarNode scalar -> {
                Object value = scalar.value();
                yield value == null ? NullValue.NULL : value;
            }
            case RefusedNode refused -> new CelError(CelError.Kind.REFUSED, refused.reason());
        };
    }
}
