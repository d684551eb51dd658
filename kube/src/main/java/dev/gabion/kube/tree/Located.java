package dev.gabion.kube.tree;

import static dev.gabion.kube.tree.Node.NOWHERE;

/**
 * Where a field path leads in a tree: the span of the deepest key or item that the file has, whether the path goes on
 * from there into nothing, and the value found.
 *
 * @param start first byte of the key, or of the item where a list item was the last step
 * @param end byte after the value
 * @param missing whether the file lacks the field itself
 * @param node the value at the path, or the deepest existing one above it
 */
public record Located(int start, int end, boolean missing, Node node) {
    /** Follows the path as far as the file goes. */
    public static Located find(Node root, FieldPath path) {
        Located at = new Located(root.start(), root.end(), !root.written(), root);
        for (FieldPath.Step step : path.steps()) {
            Node next = FieldPath.step(at.node, step);
            if (next == null) {
                return new Located(at.start, at.end, true, at.node);
            }
            at = at.below(step, next);
        }
        return at;
    }

    /** One step further; in a part the file does not have, the span stays where the file ends. */
    private Located below(FieldPath.Step step, Node next) {
        Node holder = node instanceof RefusedNode refused ? refused.original() : node;
        if (!missing && holder instanceof MapNode map && step instanceof FieldPath.Step.Key(String name)) {
            int entry = map.indexOf(name);
            int from = map.keyStart(entry);
            // the value of an alias stands elsewhere
            int to = next.start() >= from ? next.end() : map.keyEnd(entry);
            return from == NOWHERE ? absent(next) : new Located(from, to, false, next);
        }
        return missing || !next.written() ? absent(next) : new Located(next.start(), next.end(), false, next);
    }

    private Located absent(Node next) {
        return new Located(start, end, true, next);
    }
}
