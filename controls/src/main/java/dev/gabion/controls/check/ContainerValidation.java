package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.kube.quantity.Quantity;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import dev.gabion.kube.workload.PodContainer;
import dev.gabion.kube.workload.Workload;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an API server refuses about a container of a pod. */
final class ContainerValidation {
    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");
    private static final Set<String> HANDLERS = Set.of("exec", "httpGet", "tcpSocket", "grpc", "sleep");
    private static final List<String> WINDOWS_REFUSES = List.of(
            "seLinuxOptions",
            "seccompProfile",
            "appArmorProfile",
            "capabilities",
            "readOnlyRootFilesystem",
            "privileged",
            "allowPrivilegeEscalation",
            "procMount",
            "runAsUser",
            "runAsGroup");

    private final Workload workload;
    private final Check.Report report;
    private final Set<String> volumes = new HashSet<>();
    private final @Nullable String system;
    private final boolean hostNetwork;

    ContainerValidation(Workload workload, MapNode pod, Set<String> claims, Check.Report report) {
        this.workload = workload;
        this.report = report;
        this.volumes.addAll(claims);
        for (Node volume : pod.list("volumes")) {
            if (volume instanceof MapNode map && map.string("name") != null) {
                volumes.add(map.string("name"));
            }
        }
        MapNode os = pod.map("os");
        this.system = os == null ? null : os.string("name");
        this.hostNetwork = isTrue(pod.get("hostNetwork"));
    }

    void run(PodContainer container) {
        MapNode node = container.node();
        FieldPath path = workload.podPath().plus(container.path());
        String image = node.string("image");
        if (!node.has("image") || "".equals(image)) {
            report.offends(path.key("image"), "a container needs an image");
        } else if (image != null && !image.equals(image.strip())) {
            report.offends(path.key("image"), "must not begin or end with a blank");
        }
        ports(node.list("ports"), path.key("ports"));
        mounts(node, path.key("volumeMounts"));
        environment(node.list("env"), path.key("env"));
        handlers(node, path);
        context(node, path.key("securityContext"));
        resources(node.map("resources"), path.key("resources"));
        switch (container.list()) {
            case EPHEMERAL -> ephemeral(node, path);
            case INIT -> init(node, path);
            case ORDINARY -> {}
        }
    }

    private void ports(ListNode ports, FieldPath path) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            if (!(ports.get(i) instanceof MapNode port)) {
                continue;
            }
            FieldPath at = path.item(i);
            if (Names.isOutside(port.get("containerPort"), 1, 65_535)) {
                report.offends(at.key("containerPort"), "must be from 1 to 65535");
            }
            if (Names.isOutside(port.get("hostPort"), 0, 65_535)) {
                report.offends(at.key("hostPort"), "must be from 0 to 65535");
            } else if (hostNetwork && Names.isOutside(port.get("hostPort"), 0, 0) && differ(port)) {
                report.offends(at.key("hostPort"), "must be the container's port where the host's network is used");
            }
            String name = port.string("name");
            if (name != null && !name.isEmpty() && !Names.isPort(name)) {
                report.offends(at.key("name"), "the name of a port has at most 15 of a-z, 0-9 and -, and a letter");
            } else if (name != null && !name.isEmpty() && !names.add(name)) {
                report.offends(at.key("name"), "another port of the container has this name");
            }
        }
    }

    private static boolean differ(MapNode port) {
        Node own = port.get("containerPort");
        return own != null && !own.equals(port.get("hostPort"));
    }

    private void mounts(MapNode container, FieldPath path) {
        ListNode mounts = container.list("volumeMounts");
        Set<String> paths = new HashSet<>();
        for (int i = 0; i < mounts.size(); i++) {
            if (!(mounts.get(i) instanceof MapNode mount)) {
                continue;
            }
            FieldPath at = path.item(i);
            String name = mount.string("name");
            if (name != null && !volumes.contains(name)) {
                report.offends(at.key("name"), "the pod has no volume of this name");
            }
            String mountPath = mount.string("mountPath");
            if (mountPath != null && !paths.add(mountPath)) {
                report.offends(at.key("mountPath"), "another mount of the container has this path");
            }
            String subPath = mount.string("subPath");
            if (subPath != null && (subPath.startsWith("/") || Names.climbs(subPath))) {
                report.offends(at.key("subPath"), "must be relative and must not contain ..");
            }
            boolean spreads = "Bidirectional".equals(mount.string("mountPropagation"));
            if (spreads && !isTrue(container.at("securityContext", "privileged"))) {
                report.offends(at.key("mountPropagation"), "Bidirectional is for privileged containers only");
            }
        }
    }

    private void environment(ListNode variables, FieldPath path) {
        for (int i = 0; i < variables.size(); i++) {
            if (!(variables.get(i) instanceof MapNode variable)) {
                continue;
            }
            FieldPath at = path.item(i);
            if ("".equals(variable.string("name"))) {
                report.offends(at.key("name"), "a variable needs a name");
            }
            if (variable.get("valueFrom") instanceof MapNode source) {
                String value = variable.string("value");
                if (value != null && !value.isEmpty()) {
                    report.offends(at.key("valueFrom"), "excludes value");
                }
                if (source.size() != 1) {
                    report.offends(at.key("valueFrom"), "must have one source");
                }
            }
        }
    }

    private void handlers(MapNode container, FieldPath path) {
        for (String probe : PROBES) {
            MapNode node = container.map(probe);
            if (node == null) {
                continue;
            }
            handler(node, path.key(probe));
            boolean once = !probe.equals("readinessProbe");
            if (once && Names.isOutside(node.get("successThreshold"), 1, 1)) {
                report.offends(path.key(probe).key("successThreshold"), "must be 1");
            }
        }
        for (String hook : List.of("postStart", "preStop")) {
            MapNode node = container.mapAt("lifecycle", hook);
            if (node != null) {
                handler(node, path.key("lifecycle").key(hook));
            }
        }
    }

    private void handler(MapNode node, FieldPath path) {
        long handlers = node.keys().stream().filter(HANDLERS::contains).count();
        if (handlers != 1) {
            report.offends(path, "must have one of exec, httpGet, tcpSocket, grpc");
        }
    }

    private void context(MapNode container, FieldPath path) {
        MapNode context = container.map("securityContext");
        if (context == null) {
            return;
        }
        if ("windows".equals(system)) {
            for (String field : WINDOWS_REFUSES) {
                if (context.has(field)) {
                    report.offends(path.key(field), "must not be set for a Windows pod");
                }
            }
        } else if ("linux".equals(system) && context.has("windowsOptions")) {
            report.offends(path.key("windowsOptions"), "must not be set for a Linux pod");
        }
        for (String field : List.of("runAsUser", "runAsGroup")) {
            if (Names.isOutside(context.get(field), 0, Integer.MAX_VALUE)) {
                report.offends(path.key(field), "must be from 0 to 2147483647");
            }
        }
        if (context.get("allowPrivilegeEscalation") instanceof ScalarNode s && Boolean.FALSE.equals(s.value())) {
            escalation(context, path.key("allowPrivilegeEscalation"));
        }
        Profiles.check(context, path, report);
    }

    private void escalation(MapNode context, FieldPath path) {
        if (isTrue(context.get("privileged"))) {
            report.offends(path, "must not be false for a privileged container");
        }
        if (context.at("capabilities", "add") instanceof ListNode added) {
            for (Node name : added) {
                if (name instanceof ScalarNode s && "CAP_SYS_ADMIN".equals(s.value())) {
                    report.offends(path, "must not be false with the capability CAP_SYS_ADMIN");
                }
            }
        }
    }

    private void resources(@Nullable MapNode resources, FieldPath path) {
        MapNode requests = resources == null ? null : resources.map("requests");
        MapNode limits = resources == null ? null : resources.map("limits");
        for (int i = 0; requests != null && limits != null && i < requests.size(); i++) {
            Quantity request = quantity(requests.value(i));
            Quantity limit = quantity(limits.get(requests.key(i)));
            if (request != null && limit != null && request.compareTo(limit) > 0) {
                report.offends(path.key("requests").key(requests.key(i)), "must not be above the limit");
            }
        }
    }

    private static @Nullable Quantity quantity(@Nullable Node node) {
        return node instanceof ScalarNode s && s.value() != null ? Quantity.parse(String.valueOf(s.value())) : null;
    }

    private void ephemeral(MapNode node, FieldPath path) {
        for (String field : List.of("ports", "livenessProbe", "readinessProbe", "startupProbe", "lifecycle")) {
            if (node.has(field)) {
                report.offends(path.key(field), "must not be set for an ephemeral container");
            }
        }
        MapNode resources = node.map("resources");
        if (resources != null && resources.size() > 0) {
            report.offends(path.key("resources"), "must not be set for an ephemeral container");
        }
    }

    private void init(MapNode node, FieldPath path) {
        if ("Always".equals(node.string("restartPolicy"))) {
            return;
        }
        for (String field : List.of("livenessProbe", "readinessProbe", "startupProbe", "lifecycle")) {
            if (node.has(field)) {
                report.offends(path.key(field), "must not be set for an init container");
            }
        }
    }

    private static boolean isTrue(@Nullable Node node) {
        return node instanceof ScalarNode s && Boolean.TRUE.equals(s.value());
    }
}
