package dev.gabion.kube.workload;

import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.MapNode;

/**
 * A container of a pod spec.
 *
 * @param list which of the three lists it stands in
 * @param index in that list
 * @param path from the pod spec, such as {@code initContainers[0]}
 * @param name its name, or the empty string
 */
public record PodContainer(ContainerList list, int index, FieldPath path, String name, MapNode node) {
    /** The three lists of containers, in the order they are always visited. */
    public enum ContainerList {
        INIT("initContainers"),
        ORDINARY("containers"),
        EPHEMERAL("ephemeralContainers");

        private final String field;

        ContainerList(String field) {
            this.field = field;
        }

        /** The field of the pod spec. */
        public String field() {
            return field;
        }
    }
}
