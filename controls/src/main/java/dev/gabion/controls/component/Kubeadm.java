package dev.gabion.controls.component;

import dev.gabion.finding.FixOperation;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.JsonText;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The runs kubeadm makes of its documents: the flags it sets by itself, overridden by {@code extraArgs}, which is a map
 * up to v1beta3 and a list of name and value from v1beta4. Source: kubeadm's reference of its configuration API and of
 * the manifests it writes.
 */
final class Kubeadm {
    private static final String PKI = "/etc/kubernetes/pki";

    private final Unset unset;

    /** Reads documents whose unset flags mean this. */
    Kubeadm(Unset unset) {
        this.unset = unset;
    }

    /** The control plane a ClusterConfiguration describes. */
    List<ComponentRun> cluster(MapNode cluster, FieldPath base) {
        String directory = cluster.string("certificatesDir");
        String pki = directory == null || directory.isEmpty() ? PKI : directory;
        MapNode external = cluster.mapAt("etcd", "external");
        List<ComponentRun> runs = new ArrayList<>();
        runs.add(section("kube-apiserver", cluster, base.key("apiServer"), "apiServer", apiServer(pki, external), pki));
        runs.add(section(
                "kube-controller-manager",
                cluster,
                base.key("controllerManager"),
                "controllerManager",
                controllerManager(pki),
                pki));
        runs.add(section(
                "kube-scheduler",
                cluster,
                base.key("scheduler"),
                "scheduler",
                Map.of("bind-address", "127.0.0.1"),
                pki));
        if (external == null) {
            MapNode written = cluster.map("etcd");
            MapNode etcd = written == null ? MapNode.EMPTY : written;
            runs.add(section("etcd", etcd, base.key("etcd").key("local"), "local", etcd(pki), pki));
        }
        return runs;
    }

    /** The kubelet of a node that is initialised or joins; what it is not told here stands in its own file. */
    List<ComponentRun> node(MapNode document, FieldPath base) {
        MapNode registration = document.map("nodeRegistration");
        if (registration == null || !registration.has("kubeletExtraArgs")) {
            return List.of();
        }
        FieldPath place = base.key("nodeRegistration").key("kubeletExtraArgs");
        Map<String, Flag> flags = new LinkedHashMap<>();
        extraArgs(registration.get("kubeletExtraArgs"), place, flags);
        return List.of(new ComponentRun(
                "kubelet",
                null,
                flags,
                place,
                Unset.ELSEWHERE,
                writer(registration.get("kubeletExtraArgs"), place, flags),
                Map.of(),
                List.of()));
    }

    private ComponentRun section(
            String component, MapNode holder, FieldPath at, String key, Map<String, String> presets, String pki) {
        MapNode written = holder.map(key);
        MapNode section = written == null ? MapNode.EMPTY : written;
        FieldPath home = at.key("extraArgs");
        Map<String, Flag> flags = new LinkedHashMap<>();
        if (unset instanceof Unset.Default) {
            presets.forEach((flag, value) -> flags.put(flag, new Flag(value, home, null)));
        }
        Node args = section.get("extraArgs");
        Map<String, Flag> set = new LinkedHashMap<>();
        extraArgs(args, home, set);
        if (set.containsKey("authorization-config")) {
            flags.remove("authorization-mode");
        }
        flags.putAll(set);
        return new ComponentRun(
                component,
                null,
                flags,
                home,
                unset,
                writer(args, home, set),
                Map.of(),
                Mount.ofKubeadm(section, at, pki));
    }

    private static void extraArgs(@Nullable Node args, FieldPath place, Map<String, Flag> into) {
        if (args instanceof MapNode map) {
            for (int i = 0; i < map.size(); i++) {
                put(into, map.key(i), Variables.text(map.value(i)), place.key(map.key(i)));
            }
        } else if (args instanceof ListNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof MapNode arg && arg.string("name") != null) {
                    Node value = arg.get("value");
                    FieldPath at = place.item(i).key("value");
                    put(into, String.valueOf(arg.string("name")), value == null ? "" : Variables.text(value), at);
                }
            }
        }
    }

    private static void put(Map<String, Flag> into, String name, String value, FieldPath place) {
        Flag before = into.get(name);
        String all = before != null && FlagKinds.addsUp(name) ? before.value() + "," + value : value;
        into.put(name, new Flag(FlagKinds.normal(name, all), place, null));
    }

    private static ComponentRun.FlagWriter writer(@Nullable Node args, FieldPath home, Map<String, Flag> set) {
        return (flag, value) -> {
            Flag written = set.get(flag);
            String text = JsonText.of(ScalarNode.unwritten(value));
            if (written != null) {
                return new FixOperation("set", written.place().toString(), text);
            }
            if (args instanceof MapNode) {
                return new FixOperation("set", home.key(flag).toString(), text);
            }
            MapNode item = MapNode.builder()
                    .put("name", (Object) flag)
                    .put("value", (Object) value)
                    .build();
            return args instanceof ListNode ? new FixOperation("append", home.toString(), JsonText.of(item)) : null;
        };
    }

    private static Map<String, String> apiServer(String pki, @Nullable MapNode external) {
        Map<String, String> flags = new LinkedHashMap<>();
        flags.put("authorization-mode", "Node,RBAC");
        flags.put("enable-admission-plugins", "NodeRestriction");
        flags.put("enable-bootstrap-token-auth", "true");
        flags.put("client-ca-file", pki + "/ca.crt");
        flags.put("tls-cert-file", pki + "/apiserver.crt");
        flags.put("tls-private-key-file", pki + "/apiserver.key");
        flags.put("kubelet-client-certificate", pki + "/apiserver-kubelet-client.crt");
        flags.put("kubelet-client-key", pki + "/apiserver-kubelet-client.key");
        flags.put("service-account-key-file", pki + "/sa.pub");
        flags.put("requestheader-client-ca-file", pki + "/front-proxy-ca.crt");
        flags.put("requestheader-allowed-names", "front-proxy-client");
        flags.put("secure-port", "6443");
        if (external == null) {
            flags.put("etcd-servers", "https://127.0.0.1:2379");
            flags.put("etcd-cafile", pki + "/etcd/ca.crt");
            flags.put("etcd-certfile", pki + "/apiserver-etcd-client.crt");
            flags.put("etcd-keyfile", pki + "/apiserver-etcd-client.key");
            return flags;
        }
        List<String> endpoints = new ArrayList<>();
        external.list("endpoints").forEach(e -> endpoints.add(Variables.text(e)));
        flags.put("etcd-servers", String.join(",", endpoints));
        putIfSet(flags, "etcd-cafile", external.string("caFile"));
        putIfSet(flags, "etcd-certfile", external.string("certFile"));
        putIfSet(flags, "etcd-keyfile", external.string("keyFile"));
        return flags;
    }

    private static void putIfSet(Map<String, String> flags, String flag, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            flags.put(flag, value);
        }
    }

    private static Map<String, String> controllerManager(String pki) {
        return Map.of(
                "bind-address", "127.0.0.1",
                "use-service-account-credentials", "true",
                "root-ca-file", pki + "/ca.crt",
                "client-ca-file", pki + "/ca.crt",
                "service-account-private-key-file", pki + "/sa.key");
    }

    private static Map<String, String> etcd(String pki) {
        Map<String, String> flags = new LinkedHashMap<>();
        flags.put("listen-client-urls", "https://127.0.0.1:2379");
        flags.put("listen-peer-urls", "https://127.0.0.1:2380");
        flags.put("listen-metrics-urls", "http://127.0.0.1:2381");
        flags.put("client-cert-auth", "true");
        flags.put("cert-file", pki + "/etcd/server.crt");
        flags.put("key-file", pki + "/etcd/server.key");
        flags.put("trusted-ca-file", pki + "/etcd/ca.crt");
        flags.put("peer-client-cert-auth", "true");
        flags.put("peer-cert-file", pki + "/etcd/peer.crt");
        flags.put("peer-key-file", pki + "/etcd/peer.key");
        flags.put("peer-trusted-ca-file", pki + "/etcd/ca.crt");
        return flags;
    }
}
