package dev.gabion.controls.scan;

import dev.gabion.controls.catalogue.Need;
import dev.gabion.controls.engine.Facts;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.inventory.ClusterScoped;
import dev.gabion.kube.inventory.ConfigurationFile;
import dev.gabion.kube.inventory.Entry;
import dev.gabion.kube.inventory.Inventory;
import dev.gabion.kube.read.KubeObject;
import dev.gabion.kube.select.LabelSelector;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Answers what controls ask beyond one object from an inventory. */
public final class InventoryFacts implements Facts {
    private static final String INGRESS = "ingress";
    private static final String EGRESS = "egress";

    private final Inventory inventory;
    private final Map<String, LabelSelectors> policies = new ConcurrentHashMap<>();
    private final Map<String, Map<Identity, List<Entry>>> identities = new ConcurrentHashMap<>();

    public InventoryFacts(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Object get(Need need, Target target) {
        String namespace = namespaceOf(target);
        String file = target.object().document().file();
        return switch (need.fact()) {
            case NAMESPACE_OBJECT -> namespaceObject(namespace);
            case SERVICE_ACCOUNT -> serviceAccount(target, namespace, file);
            case LIMIT_RANGES -> roots(inventory.objects("LimitRange", namespace, file));
            case QUOTAS -> roots(inventory.objects("ResourceQuota", namespace, file));
            case POLICIES -> policiesOf(target, namespace, file);
            case SERVICES -> servicesOf(target, namespace, file);
            case SELECTED -> selected(target, namespace, file);
            case WORKLOADS -> roots(inventory.workloads(namespace, file));
            case ROLE -> role(target, namespace, file);
            case NAMESAKES -> namesakes(target);
            case ISOLATION -> isolation(namespace, file);
            case OBJECTS -> objects(String.valueOf(need.kind()), target, namespace, file);
            default -> throw new IllegalArgumentException("not a fact: " + need);
        };
    }

    private static @Nullable String namespaceOf(Target target) {
        boolean isNamespace = target.object().kind().equals("Namespace")
                && target.object().group().isEmpty();
        return isNamespace ? target.object().name() : target.reference().namespace();
    }

    private static ListNode roots(List<Entry> entries) {
        return ListNode.of(entries.stream().map(Entry::root).toList());
    }

    /** A namespace nobody collected has the one label every namespace of a cluster has. */
    private MapNode namespaceObject(@Nullable String name) {
        Entry entry = name == null ? null : inventory.namespace(name);
        return entry == null ? implicit(name) : withNameLabel(entry.root(), String.valueOf(name));
    }

    static MapNode implicit(@Nullable String name) {
        MapNode.Builder metadata = MapNode.builder();
        if (name != null) {
            metadata.put("name", (Object) name);
            metadata.put("labels", nameLabel(MapNode.EMPTY, name));
        }
        return MapNode.builder()
                .put("apiVersion", (Object) "v1")
                .put("kind", (Object) "Namespace")
                .put("metadata", metadata.build())
                .build();
    }

    private static MapNode nameLabel(MapNode labels, String name) {
        return labels.has("kubernetes.io/metadata.name")
                ? labels
                : labels.with("kubernetes.io/metadata.name", ScalarNode.unwritten(name));
    }

    private static MapNode withNameLabel(MapNode root, String name) {
        MapNode metadata = root.map("metadata") == null ? MapNode.EMPTY : root.map("metadata");
        MapNode labels = metadata.map("labels") == null ? MapNode.EMPTY : metadata.map("labels");
        return root.with("metadata", metadata.with("labels", nameLabel(labels, name)));
    }

    private Object serviceAccount(Target target, @Nullable String namespace, String file) {
        MapNode pod = target.workload() == null ? null : target.workload().pod();
        if (pod == null) {
            return MapNode.EMPTY;
        }
        return named("ServiceAccount", namespace, accountName(pod), file);
    }

    private Object named(String kind, @Nullable String namespace, String name, String file) {
        return switch (inventory.named(kind, namespace, name, file)) {
            case Inventory.Named.One(Entry entry) -> entry.root();
            case Inventory.Named.None() -> MapNode.EMPTY;
            case Inventory.Named.Ambiguous(List<Entry> candidates) ->
                new Missing(candidates.size() + " different " + kind + "s are named " + name
                        + "; scan one environment at a time or write the namespace");
        };
    }

    private Object role(Target target, @Nullable String namespace, String file) {
        MapNode reference = target.root().map("roleRef");
        String kind = reference == null ? null : reference.string("kind");
        String name = reference == null ? null : reference.string("name");
        if (name == null || kind == null) {
            return MapNode.EMPTY;
        }
        return switch (kind) {
            case "Role" -> named(kind, namespace, name, file);
            case "ClusterRole" -> named(kind, null, name, file);
            default -> MapNode.EMPTY;
        };
    }

    private ListNode namesakes(Target target) {
        KubeObject own = target.object();
        Map<Identity, List<Entry>> all = identities.computeIfAbsent(own.kind(), this::byIdentity);
        List<Entry> same = all.getOrDefault(Identity.of(own, target.reference().namespace()), List.of());
        List<Node> earlier = new ArrayList<>();
        for (Entry other : same) {
            if (other.object().root().start() == own.root().start()
                    && other.object().document().file().equals(own.document().file())
                    && other.object().document().index() == own.document().index()) {
                break;
            }
            earlier.add(other.root());
        }
        return ListNode.of(earlier);
    }

    private Map<Identity, List<Entry>> byIdentity(String kind) {
        Map<Identity, List<Entry>> all = new HashMap<>();
        for (Entry entry : inventory.objects(kind)) {
            all.computeIfAbsent(Identity.of(entry.object(), entry.namespace()), i -> new ArrayList<>())
                    .add(entry);
        }
        return all;
    }

    /** What an API server tells objects of a kind apart by, and the file they stand in. */
    private record Identity(
            String group,
            @Nullable String namespace,
            @Nullable String name,
            String file) {
        static Identity of(KubeObject object, @Nullable String namespace) {
            return new Identity(
                    object.group(), namespace, object.name(), object.document().file());
        }
    }

    /** The network policies of a namespace with their selectors read once. */
    private record LabelSelectors(List<Entry> entries, List<LabelSelector> selectors) {}

    private LabelSelectors policies(@Nullable String namespace, String file) {
        String key = namespace == null ? "\0" + directory(file) : namespace;
        return policies.computeIfAbsent(key, k -> {
            List<Entry> entries = inventory.objects("NetworkPolicy", namespace, file).stream()
                    .filter(InventoryFacts::isKubernetesPolicy)
                    .toList();
            List<LabelSelector> selectors = new ArrayList<>();
            for (Entry entry : entries) {
                Node selector = entry.root().at("spec", "podSelector");
                selectors.add(selector == null ? LabelSelector.EVERYTHING : LabelSelector.of(selector));
            }
            return new LabelSelectors(entries, selectors);
        });
    }

    /** Network plugins have kinds of the same name in groups of their own. */
    private static boolean isKubernetesPolicy(Entry entry) {
        String group = entry.object().group();
        return group.equals("networking.k8s.io") || group.equals("extensions");
    }

    private static String directory(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    private MapNode policiesOf(Target target, @Nullable String namespace, String file) {
        MapNode labels = target.workload() == null
                ? null
                : target.workload().podMetadata().map("labels");
        List<Node> ingress = new ArrayList<>();
        List<Node> egress = new ArrayList<>();
        LabelSelectors all = policies(namespace, file);
        for (int i = 0; i < all.entries.size(); i++) {
            if (all.selectors.get(i).matches(labels)) {
                MapNode root = all.entries.get(i).root();
                add(root, "Ingress", ingress);
                add(root, "Egress", egress);
            }
        }
        return MapNode.builder()
                .put(INGRESS, ListNode.of(ingress))
                .put(EGRESS, ListNode.of(egress))
                .build();
    }

    private static void add(MapNode policy, String direction, List<Node> into) {
        if (hasDirection(policy, direction)) {
            into.add(policy);
        }
    }

    private static boolean hasDirection(MapNode policy, String direction) {
        if (policy.at("spec", "policyTypes") instanceof ListNode types) {
            for (Node type : types) {
                if (type instanceof ScalarNode s && direction.equals(s.value())) {
                    return true;
                }
            }
        }
        return false;
    }

    private ListNode servicesOf(Target target, @Nullable String namespace, String file) {
        MapNode labels = target.workload() == null
                ? null
                : target.workload().podMetadata().map("labels");
        List<Node> found = new ArrayList<>();
        for (Entry service : inventory.objects("Service", namespace, file)) {
            boolean core = service.object().group().isEmpty();
            if (core
                    && LabelSelector.ofLabels(service.root().at("spec", "selector"))
                            .matches(labels)) {
                found.add(service.root());
            }
        }
        return ListNode.of(found);
    }

    private ListNode selected(Target target, @Nullable String namespace, String file) {
        if (target.object().kind().equals("ServiceAccount")) {
            return usersOf(String.valueOf(target.object().name()), namespace, file);
        }
        LabelSelector selector = selector(target);
        List<Node> found = new ArrayList<>();
        for (Entry workload : inventory.workloads(namespace, file)) {
            if (selector.matches(workload.podLabels())) {
                found.add(workload.root());
            }
        }
        return ListNode.of(found);
    }

    /** Workloads that run as a service account. */
    private ListNode usersOf(String account, @Nullable String namespace, String file) {
        List<Node> found = new ArrayList<>();
        for (Entry entry : inventory.workloads(namespace, file)) {
            MapNode pod = entry.workload() == null ? null : entry.workload().pod();
            if (pod != null && account.equals(accountName(pod))) {
                found.add(entry.root());
            }
        }
        return ListNode.of(found);
    }

    /** The account a pod runs as; the deprecated field counts where the other is absent. */
    private static String accountName(MapNode pod) {
        String name = pod.string("serviceAccountName");
        name = name == null || name.isEmpty() ? pod.string("serviceAccount") : name;
        return name == null || name.isEmpty() ? "default" : name;
    }

    private static LabelSelector selector(Target target) {
        MapNode root = target.root();
        return switch (target.object().kind()) {
            case "NetworkPolicy" -> {
                Node selector = root.at("spec", "podSelector");
                yield selector == null ? LabelSelector.EVERYTHING : LabelSelector.of(selector);
            }
            case "Service", "ReplicationController" -> LabelSelector.ofLabels(root.at("spec", "selector"));
            default -> LabelSelector.of(root.at("spec", "selector"));
        };
    }

    /** Workloads by direction that some policy isolates, that none does, and that none can: those on the host's network. */
    private MapNode isolation(@Nullable String namespace, String file) {
        LabelSelectors all = policies(namespace, file);
        MapNode.Builder both = MapNode.builder();
        for (String direction : List.of(INGRESS, EGRESS)) {
            List<Node> covered = new ArrayList<>();
            List<Node> open = new ArrayList<>();
            List<Node> host = new ArrayList<>();
            for (Entry workload : inventory.workloads(namespace, file)) {
                Node name = ScalarNode.unwritten(
                        workload.object().kind() + "/" + workload.object().name());
                if (onHostNetwork(workload)) {
                    host.add(name);
                } else if (isIsolated(workload, all, direction)) {
                    covered.add(name);
                } else {
                    open.add(name);
                }
            }
            both.put(
                    direction,
                    MapNode.builder()
                            .put("covered", ListNode.of(covered))
                            .put("open", ListNode.of(open))
                            .put("host", ListNode.of(host))
                            .build());
        }
        return both.build();
    }

    private static boolean onHostNetwork(Entry workload) {
        MapNode pod = workload.workload() == null ? null : workload.workload().pod();
        return pod != null && pod.get("hostNetwork") instanceof ScalarNode s && Boolean.TRUE.equals(s.value());
    }

    private static boolean isIsolated(Entry workload, LabelSelectors all, String direction) {
        String type = direction.equals(INGRESS) ? "Ingress" : "Egress";
        for (int i = 0; i < all.entries.size(); i++) {
            if (all.selectors.get(i).matches(workload.podLabels())
                    && hasDirection(all.entries.get(i).root(), type)) {
                return true;
            }
        }
        return false;
    }

    private ListNode objects(String kind, Target target, @Nullable String namespace, String file) {
        boolean targetClusterScoped =
                ClusterScoped.is(target.object().group(), target.object().kind())
                        && !target.object().kind().equals("Namespace");
        List<Entry> all = inventory.objects(kind);
        if (!all.isEmpty() && ConfigurationFile.is(all.getFirst().object().group(), kind)) {
            return roots(inventory.objects(kind, null, file));
        }
        boolean kindClusterScoped = !all.isEmpty() && all.getFirst().clusterScoped();
        return roots(targetClusterScoped || kindClusterScoped ? all : inventory.objects(kind, namespace, file));
    }
}
