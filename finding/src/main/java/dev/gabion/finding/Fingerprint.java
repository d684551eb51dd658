package dev.gabion.finding;

import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.JsonText;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.RefusedNode;
import dev.gabion.kube.tree.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hash of what a finding is about: control, object, container and field, with list indexes replaced by what the items
 * are. Moving, re-indenting or reordering a file changes nothing. Source: scanning specification, section 6.
 */
public final class Fingerprint {
    private Fingerprint() {}

    /**
     * The fingerprint of a finding.
     *
     * @param root the tree the path starts in, for the keys of list items
     * @param anonymousPlace what stands for the name of an object without one: its file and document
     */
    public static String of(
            String control,
            ObjectReference object,
            @Nullable String container,
            FieldPath path,
            Node root,
            String anonymousPlace) {
        StringBuilder text = new StringBuilder(160);
        text.append(control).append('\0');
        text.append(object.group()).append('/').append(object.kind()).append('\0');
        text.append(object.namespace() == null ? "" : object.namespace()).append('\0');
        text.append(object.name() == null ? anonymousPlace : object.name()).append('\0');
        text.append(container == null ? "" : container).append('\0');
        appendKeyed(text, path, root);
        return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void appendKeyed(StringBuilder out, FieldPath path, Node root) {
        Node node = root;
        for (FieldPath.Step step : path.steps()) {
            Node holder = node instanceof RefusedNode refused ? refused.original() : node;
            switch (step) {
                case FieldPath.Step.Key(String name) -> {
                    out.append('.').append(name);
                    Node next = holder instanceof MapNode map ? map.get(name) : null;
                    node = next == null ? MapNode.EMPTY : next;
                }
                case FieldPath.Step.Item(int index) -> {
                    node = holder instanceof ListNode list && index < list.size() ? list.get(index) : MapNode.EMPTY;
                    out.append('[').append(itemKey(node)).append(']');
                }
                case FieldPath.Step.Every() -> out.append("[*]");
            }
        }
    }

    /** What tells an item from its siblings: its name, its port, or all it says. */
    private static String itemKey(Node item) {
        if (item instanceof MapNode map) {
            for (String key : List.of("name", "containerPort")) {
                if (map.get(key) instanceof ScalarNode value && !value.isNull()) {
                    return key + "=" + value.value();
                }
            }
        }
        return canonical(item);
    }

    /** JSON with keys and lists sorted. */
    private static String canonical(Node node) {
        return switch (node) {
            case MapNode map -> {
                List<String> parts = new ArrayList<>();
                for (int i = 0; i < map.size(); i++) {
                    parts.add(map.key(i) + ":" + canonical(map.value(i)));
                }
                parts.sort(null);
                yield "{" + String.join(",", parts) + "}";
            }
            case ListNode list -> {
                List<String> parts = new ArrayList<>();
                for (Node item : list) {
                    parts.add(canonical(item));
                }
                parts.sort(null);
                yield "[" + String.join(",", parts) + "]";
            }
            case RefusedNode refused -> canonical(refused.original());
            case ScalarNode scalar -> JsonText.of(scalar);
        };
    }
}
