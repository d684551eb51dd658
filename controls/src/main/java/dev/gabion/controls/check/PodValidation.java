package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import dev.gabion.kube.workload.PodContainer;
import dev.gabion.kube.workload.PodContainer.ContainerList;
import dev.gabion.kube.workload.PodTemplates;
import dev.gabion.kube.workload.Workload;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an API server refuses about a pod beyond field types: names, ranges, references inside the pod, and fields that
 * exclude each other. Only rules that hold for every supported version. Source: validation of the core API group.
 */
record PodValidation() implements Check {
    private static final List<String> LINUX_POD_FIELDS =
            List.of("hostPID", "hostIPC", "hostUsers", "shareProcessNamespace");
    private static final List<String> LINUX_POD_CONTEXT = List.of(
            "seLinuxOptions",
            "seccompProfile",
            "appArmorProfile",
            "fsGroup",
            "fsGroupChangePolicy",
            "sysctls",
            "runAsUser",
            "runAsGroup",
            "supplementalGroups",
            "supplementalGroupsPolicy");

    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        Workload workload = target.workload();
        MapNode pod = workload == null ? null : workload.pod();
        if (workload == null || pod == null) {
            return;
        }
        new PodRun(target, workload, pod, report).run();
    }

    /** One pod under validation. */
    private record PodRun(Target target, Workload workload, MapNode pod, Report report) {
        void run() {
            containers();
            volumes();
            operatingSystem();
            context();
            exclusions();
            new WorkloadValidation(target, workload, pod, report).run();
            ContainerValidation container = new ContainerValidation(workload, pod, claims(), report);
            workload.containers().forEach(container::run);
        }

        private FieldPath at(String key) {
            return workload.podPath().key(key);
        }

        private void containers() {
            if (pod.get("containers") instanceof ListNode list && list.size() == 0) {
                report.offends(at("containers"), "a pod needs at least one container");
            }
            Set<String> names = new HashSet<>();
            for (PodContainer container : workload.containers()) {
                FieldPath path = workload.podPath().plus(container.path()).key("name");
                if (!Names.isLabel(container.name())) {
                    report.offends(path, "the name of a container must be a DNS label");
                } else if (!names.add(container.name())) {
                    report.offends(path, "another container of the pod has this name");
                }
            }
            boolean ephemeral = pod.list(ContainerList.EPHEMERAL.field()).size() > 0;
            if (ephemeral && !target.object().kind().equals("Pod")) {
                report.offends(at(ContainerList.EPHEMERAL.field()), "a template must not have ephemeral containers");
            }
        }

        private void volumes() {
            ListNode list = pod.list("volumes");
            Set<String> names = new HashSet<>();
            for (int i = 0; i < list.size(); i++) {
                if (!(list.get(i) instanceof MapNode volume)) {
                    continue;
                }
                FieldPath path = at("volumes").item(i);
                String name = volume.string("name");
                if (name == null || !Names.isLabel(name)) {
                    report.offends(path.key("name"), "the name of a volume must be a DNS label");
                } else if (!names.add(name)) {
                    report.offends(path.key("name"), "another volume of the pod has this name");
                }
                if (volume.size() > 2) {
                    report.offends(path, "a volume must have one source");
                }
                MapNode host = volume.map("hostPath");
                if (host != null && Names.climbs(host.string("path"))) {
                    report.offends(path.key("hostPath").key("path"), "the path must not contain ..");
                }
            }
        }

        /** Names of the volumes a stateful set adds to its pods. */
        private Set<String> claims() {
            Set<String> names = new HashSet<>();
            if (target.root().at("spec", "volumeClaimTemplates") instanceof ListNode templates) {
                for (Node item : templates) {
                    MapNode metadata = item instanceof MapNode template ? template.map("metadata") : null;
                    if (metadata != null && metadata.string("name") != null) {
                        names.add(metadata.string("name"));
                    }
                }
            }
            return names;
        }

        private @Nullable String system() {
            MapNode os = pod.map("os");
            return os == null ? null : os.string("name");
        }

        private void operatingSystem() {
            if ("windows".equals(system())) {
                for (String field : LINUX_POD_FIELDS) {
                    refuse(pod, at(field), field, "must not be set for a Windows pod");
                }
                MapNode context = pod.map("securityContext");
                for (String field : LINUX_POD_CONTEXT) {
                    refuse(context, at("securityContext").key(field), field, "must not be set for a Windows pod");
                }
            } else if ("linux".equals(system())) {
                refuse(
                        pod.map("securityContext"),
                        at("securityContext").key("windowsOptions"),
                        "windowsOptions",
                        "must not be set for a Linux pod");
            }
        }

        private void refuse(@Nullable MapNode holder, FieldPath path, String field, String why) {
            if (holder != null && holder.has(field)) {
                report.offends(path, why);
            }
        }

        private void context() {
            MapNode context = pod.map("securityContext");
            if (context == null) {
                return;
            }
            FieldPath path = at("securityContext");
            for (String field : List.of("runAsUser", "runAsGroup", "fsGroup")) {
                if (Names.isOutside(context.get(field), 0, Integer.MAX_VALUE)) {
                    report.offends(path.key(field), "must be from 0 to 2147483647");
                }
            }
            ListNode groups = context.list("supplementalGroups");
            for (int i = 0; i < groups.size(); i++) {
                if (Names.isOutside(groups.get(i), 0, Integer.MAX_VALUE)) {
                    report.offends(path.key("supplementalGroups").item(i), "must be from 0 to 2147483647");
                }
            }
            Profiles.check(context, path, report);
        }

        private void exclusions() {
            if (isTrue("hostPID") && isTrue("shareProcessNamespace")) {
                report.offends(at("shareProcessNamespace"), "excludes hostPID");
            }
            if (Names.isOutside(pod.get("terminationGracePeriodSeconds"), 0, Long.MAX_VALUE)) {
                report.offends(at("terminationGracePeriodSeconds"), "must not be negative");
            }
            if (Names.isOutside(pod.get("activeDeadlineSeconds"), 1, Integer.MAX_VALUE)) {
                report.offends(at("activeDeadlineSeconds"), "must be at least 1");
            }
            boolean builtIn = PodTemplates.isBuiltIn(
                    target.object().group(), target.object().kind());
            if (builtIn && hasHostProcess() && !isTrue("hostNetwork")) {
                report.offends(at("hostNetwork"), "must be true for a pod with HostProcess containers");
            }
        }

        private boolean isTrue(String field) {
            return pod.get(field) instanceof ScalarNode s && Boolean.TRUE.equals(s.value());
        }

        private boolean hasHostProcess() {
            return isHostProcess(pod) || workload.containers().stream().anyMatch(c -> isHostProcess(c.node()));
        }

        private static boolean isHostProcess(MapNode holder) {
            return holder.at("securityContext", "windowsOptions", "hostProcess") instanceof ScalarNode s
                    && Boolean.TRUE.equals(s.value());
        }
    }
}
