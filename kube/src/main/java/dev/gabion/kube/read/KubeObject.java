package dev.gabion.kube.read;

import dev.gabion.kube.tree.Document;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.MapNode;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes object as it stands in its document: a map with string {@code apiVersion} and {@code kind}.
 *
 * @param prefix where the object stands in its document: empty, or {@code items[3]} in a list
 * @param apiVersion its own, or the list's where a typed list leaves it out
 * @param namespace as written; null where the object does not say
 * @param name {@code metadata.name}, else {@code metadata.generateName}, else null
 */
public record KubeObject(
        Document document,
        FieldPath prefix,
        MapNode root,
        String apiVersion,
        String kind,
        @Nullable String namespace,
        @Nullable String name) {

    /** An object at a place in a document; namespace and name come from its metadata. */
    public static KubeObject of(Document document, FieldPath prefix, MapNode root, String apiVersion, String kind) {
        MapNode metadata = root.map("metadata");
        MapNode meta = metadata == null ? MapNode.EMPTY : metadata;
        String name = meta.string("name");
        return new KubeObject(
                document,
                prefix,
                root,
                apiVersion,
                kind,
                blankToNull(meta.string("namespace")),
                blankToNull(name == null ? meta.string("generateName") : name));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** The API group: empty for the core group. */
    public String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** The version without its group. */
    public String version() {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    /** The object's metadata, or an empty map. */
    public MapNode metadata() {
        MapNode metadata = root.map("metadata");
        return metadata == null ? MapNode.EMPTY : metadata;
    }

    /** Another tree for the same object. */
    public KubeObject withRoot(MapNode other) {
        return new KubeObject(document, prefix, other, apiVersion, kind, namespace, name);
    }
}
