package dev.gabion.kube.workload;

import dev.gabion.kube.tree.FieldPath;
import org.jspecify.annotations.Nullable;

/** Where each kind keeps its pod spec. Source: pod security standards, section 8.4, and the custom kinds it names. */
public final class PodTemplates {
    private static final FieldPath POD = FieldPath.keys("spec");
    private static final FieldPath POD_TEMPLATE = FieldPath.keys("template", "spec");
    private static final FieldPath CONTROLLER = FieldPath.keys("spec", "template", "spec");
    private static final FieldPath CRON_JOB = FieldPath.keys("spec", "jobTemplate", "spec", "template", "spec");

    private PodTemplates() {}

    /** The path of the pod spec, or null for a kind that runs nothing. */
    public static @Nullable FieldPath specPath(String group, String kind) {
        return switch (kind) {
            case "Pod" -> group.isEmpty() ? POD : null;
            case "PodTemplate" -> group.isEmpty() ? POD_TEMPLATE : null;
            case "ReplicationController" -> group.isEmpty() ? CONTROLLER : null;
            case "Deployment", "ReplicaSet", "DaemonSet", "StatefulSet" ->
                group.equals("apps") || group.equals("extensions") ? CONTROLLER : null;
            case "Job" -> group.equals("batch") ? CONTROLLER : null;
            case "CronJob" -> group.equals("batch") ? CRON_JOB : null;
            case "Rollout" -> group.equals("argoproj.io") ? CONTROLLER : null;
            case "Service", "Configuration" -> group.equals("serving.knative.dev") ? CONTROLLER : null;
            case "DeploymentConfig" -> group.equals("apps.openshift.io") ? CONTROLLER : null;
            default -> null;
        };
    }

    /** Whether the kind is one of the nine that Kubernetes itself runs. */
    public static boolean isBuiltIn(String group, String kind) {
        return specPath(group, kind) != null
                && (group.isEmpty() || group.equals("apps") || group.equals("batch") || group.equals("extensions"));
    }
}
