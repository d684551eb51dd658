package dev.gabion.kube.inventory;

import dev.gabion.kube.read.KubeObject;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.workload.Workload;
import org.jspecify.annotations.Nullable;

/**
 * An object in an inventory.
 *
 * @param object where it stands
 * @param root what is kept of its tree
 * @param workload its view as a workload, or null
 * @param namespace it lives in; null for cluster-scoped objects and for files that do not say
 */
public record Entry(
        KubeObject object,
        MapNode root,
        @Nullable Workload workload,
        @Nullable String namespace) {
    /** Whether the object belongs to no namespace at all. */
    public boolean clusterScoped() {
        return ClusterScoped.is(object.group(), object.kind());
    }

    /** Labels of the object itself. */
    public @Nullable MapNode labels() {
        return root.mapAt("metadata", "labels");
    }

    /** Labels of the pods a workload runs. */
    public @Nullable MapNode podLabels() {
        return workload == null ? null : workload.podMetadata().map("labels");
    }
}
