package dev.gabion.kube.tree;

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
        Node node = root;
        int start = root.start();
        int end = root.end();
        for (FieldPath.Step step : path.steps()) {
            Node holder = node instanceof RefusedNode refused ? refused.original() : node;
            Node next = FieldPath.step(node, step);
            int from = next == null ? Node.NOWHERE : keyStart(holder, step, next);
            if (next == null || from == Node.NOWHERE) {
                return new Located(start, end, true, next == null ? node : next);
            }
            node = next;
            start = from;
            end = Math.max(next.end(), start);
        }
        return new Located(start, end, false, node);
    }

    private static int keyStart(Node holder, FieldPath.Step step, Node next) {
        return holder instanceof MapNode map && step instanceof FieldPath.Step.Key(String name)
                ? map.keyStart(map.indexOf(name))
                : next.start();
    }
}
