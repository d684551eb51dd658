package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import org.jspecify.annotations.Nullable;

/**
 * Manifests that set the replicas an autoscaler is to decide. Objects read from a cluster always have the field, for the
 * autoscaler writes it, so only files can offend.
 */
record AutoscaledReplicas() implements Check {
    private static final FieldPath REPLICAS = FieldPath.keys("spec", "replicas");

    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        MapNode metadata = target.root().map("metadata");
        Node replicas = REPLICAS.in(target.root());
        boolean fromCluster = metadata != null && (metadata.has("uid") || metadata.has("resourceVersion"));
        if (replicas == null || !replicas.written() || fromCluster) {
            return;
        }
        if (facts.get("objects.HorizontalPodAutoscaler") instanceof ListNode autoscalers) {
            for (Node item : autoscalers) {
                MapNode scaled = item instanceof MapNode map ? map.mapAt("spec", "scaleTargetRef") : null;
                if (isScaledBy(scaled, target)) {
                    report.offends(REPLICAS, name(item));
                    return;
                }
            }
        }
    }

    private static boolean isScaledBy(@Nullable MapNode reference, Target target) {
        return reference != null
                && target.object().kind().equals(reference.string("kind"))
                && target.object().name() != null
                && target.object().name().equals(reference.string("name"));
    }

    private static String name(Node autoscaler) {
        MapNode metadata = autoscaler instanceof MapNode map ? map.map("metadata") : null;
        String name = metadata == null ? null : metadata.string("name");
        return name == null ? "" : name;
    }
}
