package dev.gabion.controls.component;

import dev.gabion.kube.read.Chunk;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Documents that set flags without running anything: component configuration files, kubeadm's documents, Cluster API
 * objects that embed those, and the ConfigMaps in which a cluster keeps them.
 */
final class ConfigurationDocuments {
    private static final Set<String> CONTROL_PLANE =
            Set.of("kube-apiserver", "kube-controller-manager", "kube-scheduler", "etcd", "kubelet");
    private static final List<String> EMBEDDED = List.of(
            "kubelet.config.k8s.io/", "kubeproxy.config.k8s.io/", "kubescheduler.config.k8s.io/", "kubeadm.k8s.io/");
    private static final int LONGEST_EMBEDDED = 1 << 20;

    private ConfigurationDocuments() {}

    /** The components a kind may configure. */
    static Set<String> components(String group, String kind) {
        return switch (group + "/" + kind) {
            case "kubelet.config.k8s.io/KubeletConfiguration",
                    "kubeadm.k8s.io/JoinConfiguration",
                    "kubeadm.k8s.io/InitConfiguration",
                    "bootstrap.cluster.x-k8s.io/KubeadmConfigTemplate" -> Set.of("kubelet");
            case "kubeproxy.config.k8s.io/KubeProxyConfiguration" -> Set.of("kube-proxy");
            case "kubescheduler.config.k8s.io/KubeSchedulerConfiguration" -> Set.of("kube-scheduler");
            case "apiserver.config.k8s.io/AuthorizationConfiguration",
                    "apiserver.config.k8s.io/AuthenticationConfiguration" -> Set.of("kube-apiserver");
            case "kubeadm.k8s.io/ClusterConfiguration",
                    "controlplane.cluster.x-k8s.io/KubeadmControlPlane",
                    "controlplane.cluster.x-k8s.io/KubeadmControlPlaneTemplate",
                    "bootstrap.cluster.x-k8s.io/KubeadmConfig" -> CONTROL_PLANE;
            case "/ConfigMap" -> CommandLine.COMPONENTS;
            default -> Set.of();
        };
    }

    /** The runs a document describes. */
    static List<ComponentRun> runs(String group, String kind, MapNode root, String file) {
        return switch (group + "/" + kind) {
            case "/ConfigMap" -> embedded(root);
            case "controlplane.cluster.x-k8s.io/KubeadmControlPlane" ->
                clusterApi(root, FieldPath.keys("spec", "kubeadmConfigSpec"), Unset.DEFAULT);
            case "controlplane.cluster.x-k8s.io/KubeadmControlPlaneTemplate" ->
                clusterApi(root, FieldPath.keys("spec", "template", "spec", "kubeadmConfigSpec"), Unset.ELSEWHERE);
            case "bootstrap.cluster.x-k8s.io/KubeadmConfig" -> clusterApi(root, FieldPath.keys("spec"), Unset.DEFAULT);
            case "bootstrap.cluster.x-k8s.io/KubeadmConfigTemplate" ->
                clusterApi(root, FieldPath.keys("spec", "template", "spec"), Unset.ELSEWHERE);
            default -> plain(group, kind, root, FieldPath.ROOT, isFragment(file));
        };
    }

    /** Whether a file only adds to another: kubelets read the files of a drop-in directory on top of the main one. */
    private static boolean isFragment(String file) {
        int slash = file.lastIndexOf('/');
        return slash > 0 && file.substring(0, slash).endsWith(".d");
    }

    private static List<ComponentRun> plain(String group, String kind, MapNode root, FieldPath base, boolean fragment) {
        Unset unset = fragment ? Unset.ELSEWHERE : Unset.DEFAULT;
        return switch (group + "/" + kind) {
            case "kubelet.config.k8s.io/KubeletConfiguration" ->
                List.of(ConfigurationFields.KUBELET.run("kubelet", root, base, unset));
            case "kubeproxy.config.k8s.io/KubeProxyConfiguration" ->
                List.of(ConfigurationFields.KUBE_PROXY.run("kube-proxy", root, base, unset));
            case "kubescheduler.config.k8s.io/KubeSchedulerConfiguration" ->
                List.of(ConfigurationFields.KUBE_SCHEDULER.run("kube-scheduler", root, base, unset));
            case "apiserver.config.k8s.io/AuthorizationConfiguration" -> List.of(authorization(root, base));
            case "apiserver.config.k8s.io/AuthenticationConfiguration" -> authentication(root, base);
            case "kubeadm.k8s.io/ClusterConfiguration" -> new Kubeadm(Unset.DEFAULT).cluster(root, base);
            case "kubeadm.k8s.io/InitConfiguration", "kubeadm.k8s.io/JoinConfiguration" ->
                new Kubeadm(Unset.DEFAULT).node(root, base);
            default -> List.of();
        };
    }

    /** A Cluster API template is completed by patches of its class, so what it leaves out may be set there. */
    private static List<ComponentRun> clusterApi(MapNode root, FieldPath base, Unset unset) {
        if (!(base.in(root) instanceof MapNode spec)) {
            return List.of();
        }
        Kubeadm kubeadm = new Kubeadm(unset);
        List<ComponentRun> runs = new ArrayList<>();
        MapNode cluster = spec.map("clusterConfiguration");
        if (cluster != null) {
            runs.addAll(kubeadm.cluster(cluster, base.key("clusterConfiguration")));
        }
        for (String key : List.of("initConfiguration", "joinConfiguration")) {
            MapNode node = spec.map(key);
            if (node != null) {
                runs.addAll(kubeadm.node(node, base.key(key)));
            }
        }
        return runs;
    }

    /** The modes of a file that says the order of authorizers. */
    private static ComponentRun authorization(MapNode root, FieldPath base) {
        List<String> types = new ArrayList<>();
        for (Node item : root.list("authorizers")) {
            if (item instanceof MapNode authorizer) {
                types.add(String.valueOf(authorizer.string("type")));
            }
        }
        FieldPath place = base.key("authorizers");
        Map<String, Flag> flags = Map.of("authorization-mode", new Flag(String.join(",", types), place, null));
        return partial(flags, place);
    }

    /** One run for each token issuer, with the flags that would configure it. */
    private static List<ComponentRun> authentication(MapNode root, FieldPath base) {
        List<ComponentRun> runs = new ArrayList<>();
        ListNode issuers = root.list("jwt");
        for (int i = 0; i < issuers.size(); i++) {
            if (issuers.get(i) instanceof MapNode jwt) {
                FieldPath at = base.key("jwt").item(i);
                Map<String, Flag> flags = new LinkedHashMap<>();
                put(
                        flags,
                        "oidc-issuer-url",
                        jwt.at("issuer", "url"),
                        at.key("issuer").key("url"));
                FieldPath groups = at.key("claimMappings").key("groups");
                if (!refusesSystemNames(jwt)) {
                    put(flags, "oidc-groups-claim", jwt.at("claimMappings", "groups", "claim"), groups.key("claim"));
                }
                put(flags, "oidc-groups-prefix", jwt.at("claimMappings", "groups", "prefix"), groups.key("prefix"));
                runs.add(partial(flags, groups.key("prefix")));
            }
        }
        return runs;
    }

    /** Whether a rule keeps the issuer from giving people the names of Kubernetes' own groups. */
    private static boolean refusesSystemNames(MapNode jwt) {
        for (Node item : jwt.list("userValidationRules")) {
            String rule = item instanceof MapNode map ? map.string("expression") : null;
            if (rule != null && rule.contains("system:")) {
                return true;
            }
        }
        return false;
    }

    private static void put(Map<String, Flag> flags, String flag, @Nullable Node value, FieldPath place) {
        if (value instanceof ScalarNode s && !s.isNull()) {
            flags.put(flag, new Flag(Variables.text(s), place, null));
        }
    }

    private static ComponentRun partial(Map<String, Flag> flags, FieldPath home) {
        return new ComponentRun(
                "kube-apiserver",
                null,
                flags,
                home,
                Unset.ELSEWHERE,
                ComponentRun.FlagWriter.NONE,
                Map.of(),
                List.of());
    }

    private static List<ComponentRun> embedded(MapNode root) {
        MapNode data = root.map("data");
        List<ComponentRun> runs = new ArrayList<>();
        for (int i = 0; data != null && i < data.size(); i++) {
            if (data.value(i) instanceof ScalarNode s && s.value() instanceof String text && mayConfigure(text)) {
                MapNode document = parsed(text);
                if (document != null) {
                    runs.addAll(embedded(document, FieldPath.keys("data").key(data.key(i))));
                }
            }
        }
        return runs;
    }

    private static boolean mayConfigure(String text) {
        return text.length() < LONGEST_EMBEDDED && EMBEDDED.stream().anyMatch(text::contains);
    }

    private static @Nullable MapNode parsed(String text) {
        try {
            Node node = DocumentParser.tree(text.getBytes(StandardCharsets.UTF_8), Chunk.Syntax.YAML);
            return node instanceof MapNode map ? map : null;
        } catch (IllegalArgumentException e) {
            // text that only mentions an API group is no document
            return null;
        }
    }

    /** Everything a document in a ConfigMap says stands at its key. */
    private static List<ComponentRun> embedded(MapNode document, FieldPath key) {
        String apiVersion = document.string("apiVersion");
        String kind = document.string("kind");
        if (apiVersion == null || kind == null || apiVersion.indexOf('/') < 0) {
            return List.of();
        }
        String group = apiVersion.substring(0, apiVersion.indexOf('/'));
        return plain(group, kind, document, FieldPath.ROOT, false).stream()
                .map(run -> run.at(key))
                .toList();
    }
}
