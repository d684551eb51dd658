package dev.gabion.kube.schema;

import dev.gabion.kube.tree.MapNode;
import java.util.List;

/**
 * An object as a policy on an API server would see it.
 *
 * @param root nulls hidden, defaults filled in as unwritten nodes, values of a wrong type as refused nodes
 * @param flaws in the order of the tree
 */
public record PreparedObject(MapNode root, List<Flaw> flaws) {}
