package dev.gabion.controls.check;

import dev.gabion.controls.component.ComponentRun;
import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import dev.gabion.kube.workload.Workload;
import java.util.Set;

/** Directories of etcd and of the cluster's keys in pods that run neither. Source: hardening guide, CP-08 and CP-09. */
final class ControlPlaneDirectories implements Check {
    private static final Set<String> OWNERS =
            Set.of("etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubelet");

    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        Workload workload = target.workload();
        if (workload == null || workload.pod() == null) {
            return;
        }
        if (target.runs().stream().map(ComponentRun::component).anyMatch(OWNERS::contains)) {
            report.notApplicable("the pod is part of the control plane");
            return;
        }
        ListNode volumes = workload.pod().list("volumes");
        for (int i = 0; i < volumes.size(); i++) {
            Node path = volumes.get(i) instanceof MapNode volume ? volume.at("hostPath", "path") : null;
            if (path instanceof ScalarNode s && s.value() instanceof String text && isKept(text, params)) {
                FieldPath place = workload.podPath()
                        .key("volumes")
                        .item(i)
                        .key("hostPath")
                        .key("path");
                report.offends(place, text);
            }
        }
    }

    private static boolean isKept(String path, MapNode params) {
        for (Node item : params.list("paths")) {
            String kept = item instanceof ScalarNode s ? String.valueOf(s.value()) : "";
            if (path.equals(kept) || path.startsWith(kept + "/")) {
                return true;
            }
        }
        return false;
    }
}
