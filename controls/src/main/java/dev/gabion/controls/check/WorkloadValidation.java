package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.select.LabelSelector;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.workload.Workload;
import org.jspecify.annotations.Nullable;

/** What an API server refuses about a controller: its restart policy and a selector its own pods do not match. */
record WorkloadValidation(Target target, Workload workload, MapNode pod, Check.Report report) {
    void run() {
        String group = target.object().group();
        switch (target.object().kind()) {
            case "Job", "CronJob" -> {
                if (group.equals("batch")) {
                    restart(false);
                }
            }
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet" -> {
                if (group.equals("apps")) {
                    restart(true);
                    selector(target.root().at("spec", "selector"));
                }
            }
            case "ReplicationController" -> {
                if (group.isEmpty()) {
                    restart(true);
                    replicationSelector(target.root().at("spec", "selector"));
                }
            }
            default -> {}
        }
    }

    private void restart(boolean always) {
        String policy = pod.string("restartPolicy");
        if (policy != null && policy.equals("Always") != always) {
            report.offends(
                    workload.podPath().key("restartPolicy"),
                    always ? "must be Always for this kind" : "must be OnFailure or Never for this kind");
        }
    }

    private void selector(@Nullable Node node) {
        if (node == null) {
            return;
        }
        LabelSelector selector = LabelSelector.of(node);
        if (selector.selectsEverything()) {
            report.offends(FieldPath.keys("spec", "selector"), "must not be empty");
        } else if (!selector.invalid() && !selector.matches(labels())) {
            report.offends(FieldPath.keys("spec", "selector"), "does not match the labels of the workload's own pods");
        }
    }

    private void replicationSelector(@Nullable Node node) {
        if (node instanceof MapNode map
                && map.size() > 0
                && !LabelSelector.ofLabels(map).matches(labels())) {
            report.offends(FieldPath.keys("spec", "selector"), "does not match the labels of the workload's own pods");
        }
    }

    private @Nullable MapNode labels() {
        return workload.podMetadata().map("labels");
    }
}
