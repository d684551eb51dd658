package dev.gabion.kube.read;

import dev.gabion.kube.tree.Document;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the objects of a document: itself, the elements of a JSON array, the items of {@code List} and of every typed
 * list. Items of a typed list may leave out apiVersion and kind and then inherit them.
 */
final class ObjectFinder {
    private static final int MAX_NESTED_LISTS = 8;

    private final Document document;
    private final List<KubeObject> found = new ArrayList<>();

    private ObjectFinder(Document document) {
        this.document = document;
    }

    static List<KubeObject> find(Document document, Node root) throws SyntaxException {
        ObjectFinder finder = new ObjectFinder(document);
        if (root instanceof ListNode list) {
            finder.items(list, FieldPath.ROOT, null, null, 0);
        } else {
            finder.visit(root, FieldPath.ROOT, null, null, 0);
        }
        return finder.found;
    }

    private void visit(Node node, FieldPath prefix, @Nullable String apiVersion, @Nullable String kind, int nesting)
            throws SyntaxException {
        if (!(node instanceof MapNode map)) {
            return;
        }
        String ownVersion = map.string("apiVersion");
        String ownKind = map.string("kind");
        String version = ownVersion == null ? apiVersion : ownVersion;
        String type = ownKind == null ? kind : ownKind;
        if (version == null || type == null || version.isEmpty() || type.isEmpty()) {
            return;
        }
        if (type.endsWith("List") && map.get("items") instanceof ListNode items) {
            if (nesting == MAX_NESTED_LISTS) {
                throw new SyntaxException(
                        "tooDeep",
                        map.start(),
                        "lists of objects nested deeper than " + MAX_NESTED_LISTS + " levels",
                        "no tool makes these; check how this file was made");
            }
            boolean typed = type.length() > "List".length();
            String itemKind = typed ? type.substring(0, type.length() - "List".length()) : null;
            items(items, prefix.key("items"), typed ? version : null, itemKind, nesting + 1);
            return;
        }
        found.add(KubeObject.of(document, prefix, map, version, type));
    }

    private void items(ListNode items, FieldPath path, @Nullable String apiVersion, @Nullable String kind, int nesting)
            throws SyntaxException {
        for (int i = 0; i < items.size(); i++) {
            visit(items.get(i), path.item(i), apiVersion, kind, nesting);
        }
    }
}
