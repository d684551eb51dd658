package dev.gabion.cel.vectors;

import dev.gabion.cel.eval.NullValue;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builds what a vector says of the request and the namespace. */
final class RequestVector {
    private RequestVector() {}

    static MapNode request(MapNode vector) {
        MapNode given = vector.map("request") == null ? MapNode.EMPTY : vector.map("request");
        MapNode object = vector.map("object") == null ? MapNode.EMPTY : vector.map("object");
        String apiVersion = object.string("apiVersion") == null ? "v1" : object.string("apiVersion");
        String group = or(
                given.string("group"),
                apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "");
        String version = or(given.string("version"), apiVersion.substring(apiVersion.indexOf('/') + 1));
        String kind = or(given.string("kind"), or(object.string("kind"), ""));
        String resource = or(given.string("resource"), kind.toLowerCase(Locale.ROOT) + "s");
        MapNode gvk = MapNode.builder()
                .put("group", (Object) group)
                .put("version", (Object) version)
                .put("kind", (Object) kind)
                .build();
        MapNode gvr = MapNode.builder()
                .put("group", (Object) group)
                .put("version", (Object) version)
                .put("resource", (Object) resource)
                .build();
        MapNode.Builder user = MapNode.builder().put("username", (Object) or(given.string("username"), "alice"));
        if (given.has("uid")) {
            user.put("uid", given.get("uid"));
        }
        if (given.has("groups")) {
            user.put("groups", given.get("groups"));
        }
        if (given.has("extra")) {
            user.put("extra", given.get("extra"));
        }
        MapNode.Builder request = MapNode.builder()
                .put("kind", gvk)
                .put("resource", gvr)
                .put("requestKind", gvk)
                .put("requestResource", gvr)
                .put("operation", (Object) or(given.string("operation"), "CREATE"))
                .put("userInfo", user.build())
                .put("object", NULL)
                .put("oldObject", NULL)
                .put("options", given.has("options") ? given.get("options") : NULL)
                .put("uid", (Object) "");
        boolean dry = given.get("dryRun") instanceof ScalarNode s && Boolean.TRUE.equals(s.value());
        request.put("dryRun", (Object) dry);
        optional(request, "subResource", given.string("subResource"));
        optional(request, "requestSubResource", given.string("subResource"));
        optional(request, "name", given.string("name"));
        optional(request, "namespace", given.string("namespace"));
        return request.build();
    }

    private static final ScalarNode NULL = ScalarNode.unwritten(null);

    private static String or(@Nullable String text, String other) {
        return text == null ? other : text;
    }

    private static void optional(MapNode.Builder into, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            into.put(key, (Object) value);
        }
    }

    /** The Namespace reduced to the fields the admission plugin keeps. */
    static Object namespace(@Nullable Node node) {
        if (!(node instanceof MapNode namespace)) {
            return NullValue.NULL;
        }
        MapNode.Builder reduced = MapNode.builder();
        MapNode metadata = namespace.map("metadata");
        MapNode.Builder meta = MapNode.builder();
        if (metadata != null) {
            for (String key : List.of(
                    "name",
                    "generateName",
                    "namespace",
                    "labels",
                    "annotations",
                    "uid",
                    "creationTimestamp",
                    "deletionGracePeriodSeconds",
                    "deletionTimestamp",
                    "generation",
                    "resourceVersion",
                    "finalizers")) {
                if (metadata.has(key)) {
                    meta.put(key, metadata.get(key));
                }
            }
        }
        reduced.put("metadata", meta.build());
        reduced.put("spec", namespace.map("spec") == null ? MapNode.EMPTY : namespace.map("spec"));
        reduced.put("status", namespace.map("status") == null ? MapNode.EMPTY : namespace.map("status"));
        return reduced.build();
    }

    static ListNode none() {
        return ListNode.EMPTY;
    }
}
