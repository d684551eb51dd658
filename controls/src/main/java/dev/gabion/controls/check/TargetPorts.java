package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.workload.PodContainer.ContainerList;
import dev.gabion.kube.workload.PodTemplates;
import org.jspecify.annotations.Nullable;

/** Named target ports of a Service that no container of the pods it selects has. */
final class TargetPorts implements Check {
    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        ListNode selected = (ListNode) facts.get("selected");
        MapNode spec = target.root().map("spec");
        ListNode ports = spec == null ? ListNode.EMPTY : spec.list("ports");
        for (int i = 0; i < ports.size(); i++) {
            String name = ports.get(i) instanceof MapNode port ? port.string("targetPort") : null;
            if (name != null && selected.size() > 0 && !isServed(selected, name)) {
                report.offends(FieldPath.keys("spec", "ports").item(i).key("targetPort"), name);
            }
        }
    }

    private static boolean isServed(ListNode workloads, String name) {
        for (Node node : workloads) {
            if (node instanceof MapNode workload && serves(pod(workload), name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean serves(@Nullable MapNode pod, String name) {
        for (ContainerList list : ContainerList.values()) {
            for (Node node : pod == null ? ListNode.EMPTY : pod.list(list.field())) {
                for (Node port : node instanceof MapNode container ? container.list("ports") : ListNode.EMPTY) {
                    if (port instanceof MapNode map && name.equals(map.string("name"))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static @Nullable MapNode pod(MapNode workload) {
        String apiVersion = String.valueOf(workload.string("apiVersion"));
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        FieldPath path = PodTemplates.specPath(group, String.valueOf(workload.string("kind")));
        return path != null && path.in(workload) instanceof MapNode pod ? pod : null;
    }
}
