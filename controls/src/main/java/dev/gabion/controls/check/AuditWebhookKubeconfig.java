package dev.gabion.controls.check;

import dev.gabion.controls.component.ComponentRun;
import dev.gabion.controls.component.ComponentRuns;
import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The kubeconfig by which an API server sends audit events: https, verified, with a client certificate or token file, and
 * no name that leads nowhere. A kubeconfig is one if an API server of the input names its file, or if its own names say
 * so. Source: hardening guide, LOG-04.
 */
final class AuditWebhookKubeconfig implements Check {
    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        MapNode root = target.root();
        String file = base(target.object().document().file());
        if (!isNamedByServer(file, facts) && !soundsLike(file, root, params)) {
            report.notApplicable("not known to be the kubeconfig of an audit webhook");
            return;
        }
        ListNode clusters = root.list("clusters");
        for (int i = 0; i < clusters.size(); i++) {
            MapNode cluster = inner(clusters.get(i), "cluster");
            FieldPath at = FieldPath.keys("clusters").item(i).key("cluster");
            cluster(cluster, at, report);
        }
        ListNode users = root.list("users");
        for (int i = 0; i < users.size(); i++) {
            user(inner(users.get(i), "user"), FieldPath.keys("users").item(i).key("user"), report);
        }
        contexts(root, report);
    }

    private static void cluster(MapNode cluster, FieldPath at, Report report) {
        String server = cluster.string("server");
        if (server == null || !server.startsWith("https://")) {
            report.offends(at.key("server"), "audit events are sent to " + server + " without TLS");
        } else if (!cluster.has("certificate-authority") && !cluster.has("certificate-authority-data")) {
            report.offends(at, "no CA is named to verify the receiver of audit events");
        }
        if (cluster.get("insecure-skip-tls-verify") instanceof ScalarNode s && Boolean.TRUE.equals(s.value())) {
            report.offends(at.key("insecure-skip-tls-verify"), "the receiver of audit events is not verified");
        }
    }

    private static void user(MapNode user, FieldPath at, Report report) {
        if (user.has("password")) {
            report.offends(at.key("password"), "the API server logs in to the receiver with a password in the file");
        } else if (!user.has("client-certificate")
                && !user.has("client-certificate-data")
                && !user.has("token")
                && !user.has("tokenFile")) {
            report.offends(at, "the API server shows the receiver no credential");
        }
    }

    private static void contexts(MapNode root, Report report) {
        Set<String> clusters = names(root.list("clusters"));
        Set<String> users = names(root.list("users"));
        ListNode contexts = root.list("contexts");
        for (int i = 0; i < contexts.size(); i++) {
            MapNode context = inner(contexts.get(i), "context");
            FieldPath at = FieldPath.keys("contexts").item(i).key("context");
            if (!clusters.contains(String.valueOf(context.string("cluster")))) {
                report.offends(at.key("cluster"), "the cluster of the context is not defined");
            }
            if (!users.contains(String.valueOf(context.string("user")))) {
                report.offends(at.key("user"), "the user of the context is not defined");
            }
        }
        if (!names(contexts).contains(String.valueOf(root.string("current-context")))) {
            report.offends(FieldPath.keys("current-context"), "the current context is not defined");
        }
    }

    private static boolean isNamedByServer(String file, FactSource facts) {
        for (MapNode pod : ComponentCheck.objects(facts, "Pod")) {
            for (ComponentRun run : ComponentRuns.of(pod)) {
                String named = run.value("audit-webhook-config-file");
                if (named != null && base(named).equals(file)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean soundsLike(String file, MapNode root, MapNode params) {
        StringBuilder names = new StringBuilder(file);
        for (String key : new String[] {"clusters", "contexts"}) {
            names(root.list(key)).forEach(n -> names.append(' ').append(n));
        }
        String text = names.toString().toLowerCase(Locale.ROOT);
        for (Node word : params.list("words")) {
            if (word instanceof ScalarNode s && text.contains(String.valueOf(s.value()))) {
                return true;
            }
        }
        return false;
    }

    private static MapNode inner(Node item, String key) {
        MapNode inner = item instanceof MapNode map ? map.map(key) : null;
        return inner == null ? MapNode.EMPTY : inner;
    }

    private static Set<String> names(ListNode list) {
        Set<String> names = new HashSet<>();
        for (Node item : list) {
            @Nullable String name = item instanceof MapNode map ? map.string("name") : null;
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private static String base(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
