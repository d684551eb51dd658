package dev.gabion.controls.compile;

import dev.gabion.finding.FixOperation;
import dev.gabion.kube.read.Chunk;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Applies fixes to a tree, to prove that they mend. Source: rulings, section 2.9. */
final class TreeEdit {
    private TreeEdit() {}

    static MapNode apply(MapNode root, List<FixOperation> operations) {
        Node edited = root;
        for (FixOperation operation : operations) {
            List<FieldPath.Step> steps = FieldPath.parse(operation.path()).steps();
            edited = edit(edited, steps, 0, operation);
        }
        return (MapNode) edited;
    }

    private static Node edit(@Nullable Node node, List<FieldPath.Step> steps, int depth, FixOperation operation) {
        boolean last = depth == steps.size() - 1;
        return switch (steps.get(depth)) {
            case FieldPath.Step.Key(String name) -> {
                MapNode map = node instanceof MapNode m ? m : MapNode.EMPTY;
                if (!last) {
                    yield map.with(name, edit(map.get(name), steps, depth + 1, operation));
                }
                yield switch (operation.op()) {
                    case "remove" -> without(map, name);
                    case "append" -> map.with(name, appended(map.list(name), value(operation)));
                    default -> map.with(name, value(operation));
                };
            }
            case FieldPath.Step.Item(int index) -> {
                ListNode list = (ListNode) Objects.requireNonNull(node);
                if (last && operation.op().equals("remove")) {
                    List<Node> items = new ArrayList<>(List.of(list.toArray()));
                    items.remove(index);
                    yield ListNode.of(items);
                }
                Node[] items = list.toArray();
                items[index] = last ? value(operation) : edit(items[index], steps, depth + 1, operation);
                yield list.withItems(items);
            }
            case FieldPath.Step.Every() ->
                throw new IllegalArgumentException("a pattern in a fix: " + operation.path());
        };
    }

    private static MapNode without(MapNode map, String name) {
        MapNode.Builder kept = MapNode.builder();
        for (int i = 0; i < map.size(); i++) {
            if (!map.key(i).equals(name)) {
                kept.copy(map, i, map.value(i));
            }
        }
        return kept.build(map.start(), map.end());
    }

    /** The list with the value; an item of the same name is replaced, an equal one not repeated. */
    private static ListNode appended(ListNode list, Node value) {
        List<Node> items = new ArrayList<>();
        boolean placed = false;
        for (Node item : list) {
            boolean same = item.equals(value) || sameName(item, value);
            items.add(same ? value : item);
            placed |= same;
        }
        if (!placed) {
            items.add(value);
        }
        return ListNode.of(items);
    }

    private static boolean sameName(Node a, Node b) {
        return a instanceof MapNode x
                && b instanceof MapNode y
                && x.string("name") != null
                && Objects.equals(x.string("name"), y.string("name"));
    }

    private static Node value(FixOperation operation) {
        String json = String.valueOf(operation.value());
        Node node = DocumentParser.tree(json.getBytes(StandardCharsets.UTF_8), Chunk.Syntax.JSON);
        return node == null ? ScalarNode.unwritten(null) : node;
    }
}
