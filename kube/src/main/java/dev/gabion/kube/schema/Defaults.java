package dev.gabion.kube.schema;

import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The values an API server fills in where a field is absent. Constants stand in the field table; this class computes
 * those that depend on other fields of the same object.
 */
final class Defaults {
    private Defaults() {}

    /** The default's value, or null where none applies to this map. */
    static @Nullable Node value(String preset, MapNode map) {
        return preset.startsWith("@") ? computed(preset.substring(1), map) : constant(preset);
    }

    private static Node constant(String json) {
        return switch (json.charAt(0)) {
            case '{' -> MapNode.EMPTY;
            case '"' -> ScalarNode.unwritten(json.substring(1, json.length() - 1));
            case 't', 'f' -> ScalarNode.unwritten(Boolean.valueOf(json));
            default -> ScalarNode.unwritten(Long.valueOf(json));
        };
    }

    private static @Nullable Node computed(String rule, MapNode map) {
        return switch (rule) {
            case "imagePullPolicy" -> text(isLatest(map.string("image")) ? "Always" : "IfNotPresent");
            case "emptyDirWithoutSource" -> hasSource(map) ? null : MapNode.EMPTY;
            case "targetPort" -> copy(map.get("port"));
            case "internalTrafficPolicy" ->
                isService(map, "ClusterIP", "NodePort", "LoadBalancer") ? text("Cluster") : null;
            case "externalTrafficPolicy" -> isService(map, "NodePort", "LoadBalancer") ? text("Cluster") : null;
            case "allocateNodePorts" -> isService(map, "LoadBalancer") ? ScalarNode.unwritten(true) : null;
            case "rollingUpdate" -> isRolling(map) ? MapNode.EMPTY : null;
            case "policyTypes" -> policyTypes(map);
            case "subjectGroup" -> subjectGroup(map);
            default -> throw new IllegalStateException("no such default: " + rule);
        };
    }

    private static ScalarNode text(String value) {
        return ScalarNode.unwritten(value);
    }

    /** The tag decides: {@code latest}, written or implied by the absence of tag and digest. */
    private static boolean isLatest(@Nullable String image) {
        if (image == null || image.indexOf('@') >= 0) {
            return false;
        }
        int colon = image.lastIndexOf(':');
        boolean tagged = colon > image.lastIndexOf('/');
        return !tagged || image.endsWith(":latest");
    }

    private static boolean hasSource(MapNode volume) {
        for (int i = 0; i < volume.size(); i++) {
            if (!volume.key(i).equals("name")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isService(MapNode spec, String... types) {
        String type = spec.string("type");
        return List.of(types).contains(type == null ? "ClusterIP" : type);
    }

    private static boolean isRolling(MapNode strategy) {
        String type = strategy.string("type");
        return type == null || type.equals("RollingUpdate");
    }

    /** Ingress always; Egress when the policy has egress rules. */
    private static Node policyTypes(MapNode spec) {
        return spec.list("egress").size() > 0
                ? ListNode.of(List.of(text("Ingress"), text("Egress")))
                : ListNode.of(List.of(text("Ingress")));
    }

    private static @Nullable Node subjectGroup(MapNode subject) {
        return switch (subject.string("kind")) {
            case "User", "Group" -> text("rbac.authorization.k8s.io");
            case "ServiceAccount" -> text("");
            case null, default -> null;
        };
    }

    /** With the host's network, a bare pod's container ports become host ports. Templates are left alone. */
    static MapNode hostNetworkPorts(MapNode pod) {
        MapNode spec = pod.map("spec");
        if (spec == null || !(spec.get("hostNetwork") instanceof ScalarNode s && Boolean.TRUE.equals(s.value()))) {
            return pod;
        }
        MapNode open = spec;
        for (String list : List.of("containers", "initContainers")) {
            open = withEach(open, list, Defaults::openPorts);
        }
        return open.same(spec) ? pod : pod.with("spec", open);
    }

    private static MapNode openPorts(MapNode container) {
        return withEach(container, "ports", Defaults::openPort);
    }

    private static MapNode openPort(MapNode port) {
        Node number = copy(port.get("containerPort"));
        return number == null || isUnset(number) || !isUnset(port.get("hostPort"))
                ? port
                : port.with("hostPort", number);
    }

    /** Go does not tell a zero from an absent field here. */
    private static boolean isUnset(@Nullable Node port) {
        return port == null || (port instanceof ScalarNode s && Long.valueOf(0).equals(s.value()));
    }

    /** The value of another field as one that stands in no file. */
    private static @Nullable Node copy(@Nullable Node value) {
        return value instanceof ScalarNode s ? ScalarNode.unwritten(s.value()) : null;
    }

    private static MapNode withEach(MapNode map, String key, UnaryOperator<MapNode> change) {
        ListNode list = map.list(key);
        ListNode changed = each(list, change);
        return changed.same(list) ? map : map.with(key, changed);
    }

    private static ListNode each(ListNode list, UnaryOperator<MapNode> change) {
        Node[] items = list.toArray();
        boolean changed = false;
        for (int i = 0; i < items.length; i++) {
            if (items[i] instanceof MapNode map) {
                items[i] = change.apply(map);
                changed |= !items[i].same(map);
            }
        }
        return changed ? list.withItems(items) : list;
    }
}
