package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.finding.Why;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.workload.Workload;

/** Pods no network policy isolates in a direction. */
record PodIsolation(PolicyDirection direction) implements Check {
    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        Workload workload = target.workload();
        if (workload == null || workload.pod() == null || isIsolated(facts)) {
            return;
        }
        FieldPath at = workload.podPath();
        MapNode labels = workload.podMetadata().map("labels");
        String namespace = target.reference().namespace();
        switch (new PluginPolicies(facts, direction, namespace).on(labels == null ? MapNode.EMPTY : labels)) {
            case PluginPolicies.None none ->
                report.offends(at, "no network policy isolates the pod for " + direction.rules());
            case PluginPolicies.Isolates isolates -> {}
            case PluginPolicies.Unknown(String policy) -> report.undecided(at, notRead(policy));
        }
    }

    private boolean isIsolated(FactSource facts) {
        return ((MapNode) facts.get("policies")).list(direction.rules()).size() > 0;
    }

    static Why notRead(String policy) {
        return new Why(Why.Kind.MISSING_EVIDENCE, "what " + policy + " says to these pods");
    }

    /** The policies that isolate a pod, or an empty list. */
    static ListNode isolating(FactSource facts, PolicyDirection direction) {
        return ((MapNode) facts.get("policies")).list(direction.rules());
    }
}
