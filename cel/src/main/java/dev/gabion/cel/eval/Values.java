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
        if (node instanceof ScalarNode scalar) {
            Object value = scalar.value();
            return value == null ? NullValue.NULL : value;
        }
        return node instanceof MapNode || node instanceof ListNode ? node : refused((RefusedNode) node);
    }

    private static CelError refused(RefusedNode node) {
        return new CelError(CelError.Kind.REFUSED, node.reason());
    }

    /** The value of the variable {@code authorizer}, for the user who makes the request. */
    public static Object authorizer(Authorizer authorizer) {
        return AuthorizerValue.of(authorizer);
    }

    /** The value of the variable {@code authorizer.requestResource}: a check of the resource the request is for. */
    public static Object requestResource(Authorizer authorizer, Authorizer.Resource resource) {
        return AuthorizerValue.of(authorizer).check(resource);
    }
}
