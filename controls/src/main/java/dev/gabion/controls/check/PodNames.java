package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.workload.PodContainer;
import dev.gabion.kube.workload.Workload;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Names in a pod the API server refuses: not a DNS label, used twice, or of a volume the pod does not have. */
final class PodNames implements Check {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern PORT = Pattern.compile("(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?");

    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        Workload workload = target.workload();
        MapNode pod = workload == null ? null : workload.pod();
        if (workload == null || pod == null) {
            return;
        }
        Set<String> volumes = volumes(pod.list("volumes"), workload.podPath().key("volumes"), report);
        // A StatefulSet adds a volume for each claim template.
        if (target.root().at("spec", "volumeClaimTemplates") instanceof ListNode claims) {
            for (int i = 0; i < claims.size(); i++) {
                if (claims.get(i) instanceof MapNode claim && claim.at("metadata", "name") != null) {
                    volumes.add(String.valueOf(claim.at("metadata", "name")));
                }
            }
        }
        Set<String> containers = new HashSet<>();
        for (PodContainer container : workload.containers()) {
            FieldPath at = workload.podPath().plus(container.path());
            name(container.node(), at, containers, report);
            mounts(container.node().list("volumeMounts"), at.key("volumeMounts"), volumes, report);
            ports(container.node().list("ports"), at.key("ports"), report);
        }
    }

    private static Set<String> volumes(ListNode volumes, FieldPath at, Report report) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < volumes.size(); i++) {
            if (volumes.get(i) instanceof MapNode volume) {
                name(volume, at.item(i), names, report);
            }
        }
        return names;
    }

    private static void name(MapNode holder, FieldPath at, Set<String> taken, Report report) {
        String name = holder.string("name");
        if (name == null) {
            return;
        }
        boolean isNew = taken.add(name);
        if (!LABEL.matcher(name).matches()) {
            report.offends(at.key("name"), "\"" + name + "\" is no DNS label");
        } else if (!isNew) {
            report.offends(at.key("name"), "\"" + name + "\" stands twice");
        }
    }

    private static void mounts(ListNode mounts, FieldPath at, Set<String> volumes, Report report) {
        for (int i = 0; i < mounts.size(); i++) {
            String name = mounts.get(i) instanceof MapNode mount ? mount.string("name") : null;
            if (name != null && !volumes.contains(name)) {
                report.offends(at.item(i).key("name"), "the pod has no volume \"" + name + "\"");
            }
        }
    }

    private static void ports(ListNode ports, FieldPath at, Report report) {
        for (int i = 0; i < ports.size(); i++) {
            String name = ports.get(i) instanceof MapNode port ? port.string("name") : null;
            if (name != null && !name.isEmpty() && !PORT.matcher(name).matches()) {
                report.offends(at.item(i).key("name"), "\"" + name + "\" is no port name");
            }
        }
    }
}
