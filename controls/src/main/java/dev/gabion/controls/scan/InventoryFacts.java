package dev.gabion.controls.scan;

import dev.gabion.controls.catalogue.Need;
import dev.gabion.controls.engine.Facts;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.inventory.ClusterScoped;
import dev.gabion.kube.inventory.ConfigurationFile;
import dev.gabion.kube.inventory.Entry;
import dev.gabion.kube.inventory.Inventory;
import dev.gabion.kube.select.LabelSelector;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.ArrayList;
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
        String name = pod.string("serviceAccountName");
        name = name == null ? pod.string("serviceAccount") : name;
        name = name == null || name.isEmpty() ? "default" : name;
        return switch (inventory.named("ServiceAccount", namespace, name, file)) {
            case Inventory.Named.One(Entry entry) -> entry.root();
            case Inventory.Named.None() -> MapNode.EMPTY;
            case Inventory.Named.Ambiguous(List<Entry> candidates) ->
                new Missing(candidates.size() + " different ServiceAccounts are named " + name
                        + "; scan one environment at a time or write the namespace");
        };
    }

    /** The network policies of a namespace with their selectors read once. */
    private record LabelSelectors(List<Entry> entries, List<LabelSelector> selectors) {}

    private LabelSelectors policies(@Nullable String namespace, String file) {
        String key = namespace == null ? "\0" + directory(file) : namespace;
        return policies.computeIfAbsent(key, k -> {
            List<Entry> entries = inventory.objects("NetworkPolicy", namespace, file);
            List<LabelSelector> selectors = new ArrayList<>();
            for (Entry entry : entries) {
                Node selector = entry.root().at("spec", "podSelector");
                selectors.add(selector == null ? LabelSelector.EVERYTHING : LabelSelector.of(selector));
            }
            return new LabelSelectors(entries, selectors);
        });
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
        LabelSelector selector = selector(target);
        List<Node> found = new ArrayList<>();
        for (Entry workload : inventory.workloads(namespace, file)) {
            if (selector.matches(workload.podLabels())) {
                found.add(workload.root());
            }
        }
        return ListNode.of(found);
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
