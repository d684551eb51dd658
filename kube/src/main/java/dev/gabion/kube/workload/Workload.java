package dev.gabion.kube.workload;

import dev.gabion.kube.read.KubeObject;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.workload.PodContainer.ContainerList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object that runs containers, seen through its pod spec.
 *
 * @param podPath where the pod spec stands in the object
 * @param pod the pod spec, or null where the object lacks it
 * @param podMetadata metadata of the pods, possibly empty
 * @param containers init, ordinary, then ephemeral
 */
public record Workload(FieldPath podPath, @Nullable MapNode pod, MapNode podMetadata, List<PodContainer> containers) {

    /** The view of an object's tree, or null for a kind that runs nothing. */
    public static @Nullable Workload of(KubeObject object, MapNode root) {
        return of(object.group(), object.kind(), root);
    }

    /** The view of a tree of a kind, or null for a kind that runs nothing. */
    public static @Nullable Workload of(String group, String kind, MapNode root) {
        FieldPath path = PodTemplates.specPath(group, kind);
        if (path == null) {
            return null;
        }
        MapNode holder = root;
        List<FieldPath.Step> steps = path.steps();
        for (int i = 0; i < steps.size() - 1 && holder != null; i++) {
            holder = holder.map(((FieldPath.Step.Key) steps.get(i)).name());
        }
        MapNode pod = holder == null ? null : holder.map("spec");
        MapNode metadata = holder == null ? null : holder.map("metadata");
        return new Workload(
                path, pod, metadata == null ? MapNode.EMPTY : metadata, pod == null ? List.of() : containers(pod));
    }

    private static List<PodContainer> containers(MapNode pod) {
        List<PodContainer> all = new ArrayList<>();
        for (ContainerList list : ContainerList.values()) {
            ListNode items = pod.list(list.field());
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i) instanceof MapNode container) {
                    String name = container.string("name");
                    FieldPath path = FieldPath.keys(list.field()).item(i);
                    all.add(new PodContainer(list, i, path, name == null ? "" : name, container));
                }
            }
        }
        return all;
    }
}
