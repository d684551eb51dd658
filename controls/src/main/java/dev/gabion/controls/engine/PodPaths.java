package dev.gabion.controls.engine;

import dev.gabion.kube.tree.FieldPath;

/**
 * Paths of pod controls that lead beside the pod spec: {@code podMetadata.annotations} stands for the metadata next to
 * it, wherever the kind keeps its template.
 */
public final class PodPaths {
    private static final FieldPath.Step METADATA = new FieldPath.Step.Key("podMetadata");

    private PodPaths() {}

    /** Whether a path begins at the metadata of the pods. */
    public static boolean isMetadata(FieldPath path) {
        return !path.steps().isEmpty() && path.steps().getFirst().equals(METADATA);
    }

    /** The rest of such a path. */
    public static FieldPath belowMetadata(FieldPath path) {
        return FieldPath.of(path.steps().subList(1, path.steps().size()));
    }

    /** Where an object keeps the metadata of the pods whose spec stands at a path. */
    static FieldPath metadata(FieldPath podPath) {
        return FieldPath.of(podPath.steps().subList(0, podPath.steps().size() - 1))
                .key("metadata");
    }
}
