package dev.gabion.controls.check;

import dev.gabion.controls.component.Certificates;
import dev.gabion.controls.component.ComponentRun;
import dev.gabion.controls.component.ComponentRuns;
import dev.gabion.controls.component.Mount;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether etcd trusts the CA the API server trusts: the same path, one file of the host under two paths, or the same
 * public key in objects of the input. Source: hardening guide, CP-07 and case 34.
 */
final class EtcdAuthority extends ComponentCheck {
    private static final List<String> WORKLOADS = List.of("Pod", "Deployment", "StatefulSet", "DaemonSet");

    EtcdAuthority() {
        super("etcd");
    }

    /**
     * A CA file.
     *
     * @param path as the program names it
     * @param source as the host or the object names it, or null where no mount tells
     * @param keys public keys, where the input holds them
     */
    private record Authority(String path, @Nullable String source, List<PublicKey> keys) {
        boolean sameFile(Authority other) {
            boolean known = source != null && other.source != null;
            return known ? Objects.equals(source, other.source) : path.equals(other.path);
        }

        boolean sameKey(Authority other) {
            return keys.stream().anyMatch(other.keys::contains);
        }
    }

    @Override
    boolean check(ComponentRun run, Context context, Report report) {
        if (!run.has("trusted-ca-file") || run.unknown("trusted-ca-file") != null) {
            return false;
        }
        Authority own = authority(run, "trusted-ca-file", context);
        List<Authority> cluster = clusterAuthorities(context);
        for (Authority other : cluster) {
            if (own.sameFile(other)) {
                report.offends(run.place("trusted-ca-file"), "etcd trusts the cluster's CA " + own.path);
                return true;
            }
            if (own.sameKey(other)) {
                report.offends(
                        run.place("trusted-ca-file"),
                        "etcd trusts " + own.path + ", which holds the public key of the cluster's CA");
                return true;
            }
        }
        return !cluster.isEmpty();
    }

    private static List<Authority> clusterAuthorities(Context context) {
        List<Authority> all = new ArrayList<>();
        apiServers(context.target().runs(), context, all);
        for (String kind : WORKLOADS) {
            for (MapNode workload : objects(context.facts(), kind)) {
                apiServers(ComponentRuns.of(workload), context, all);
            }
        }
        for (MapNode map : objects(context.facts(), "ConfigMap")) {
            if (map.at("metadata", "name") instanceof ScalarNode s && "kube-root-ca.crt".equals(s.value())) {
                all.add(new Authority("", "kube-root-ca.crt", keys(map.at("data", "ca.crt"))));
            }
        }
        for (MapNode config : objects(context.facts(), "Config")) {
            for (Node item : config.list("clusters")) {
                Node data = item instanceof MapNode each ? each.at("cluster", "certificate-authority-data") : null;
                all.add(new Authority("", "kubeconfig", keys(data)));
            }
        }
        return all;
    }

    private static void apiServers(List<ComponentRun> runs, Context context, List<Authority> into) {
        for (ComponentRun run : runs) {
            if (run.component().equals(API_SERVER) && run.has("client-ca-file")) {
                into.add(authority(run, "client-ca-file", context));
            }
        }
    }

    private static Authority authority(ComponentRun run, String flag, Context context) {
        String path = Objects.requireNonNull(run.value(flag));
        Mount mount = Mount.of(path, run.mounts());
        if (mount == null) {
            return new Authority(path, null, List.of());
        }
        String source = mount.source() + " " + mount.inSource(path);
        return switch (mount.source()) {
            case CONFIG_MAP -> new Authority(path, source, keys(content("ConfigMap", mount, path, context)));
            case SECRET -> new Authority(path, source, keys(content("Secret", mount, path, context)));
            case HOST_PATH, EMPTY_DIR, OTHER -> new Authority(path, source, List.of());
        };
    }

    private static @Nullable Node content(String kind, Mount mount, String path, Context context) {
        String inSource = mount.inSource(path);
        int slash = inSource.indexOf('/');
        String name = slash < 0 ? inSource : inSource.substring(0, slash);
        String key = slash < 0 ? "" : inSource.substring(slash + 1);
        for (MapNode object : objects(context.facts(), kind)) {
            if (object.at("metadata", "name") instanceof ScalarNode s && name.equals(s.value())) {
                Node text = object.at("stringData", key);
                return text == null ? object.at("data", key) : text;
            }
        }
        return null;
    }

    private static List<PublicKey> keys(@Nullable Node value) {
        Object text = value instanceof ScalarNode s ? s.value() : null;
        return Certificates.of(text).stream().map(X509Certificate::getPublicKey).toList();
    }
}
