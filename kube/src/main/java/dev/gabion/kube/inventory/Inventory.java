package dev.gabion.kube.inventory;

import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was collected from one input. Entries of every index stand in the order of the input. A file that names no
 * namespace puts its objects into the unspecified namespace, which is one of its own.
 */
public final class Inventory {
    private static final String UNSPECIFIED = "";

    private final List<Entry> all = new ArrayList<>();
    private final Map<String, List<Entry>> byKind = new HashMap<>();
    private final Map<String, List<Entry>> byKindAndNamespace = new HashMap<>();
    private final Map<String, List<Entry>> workloads = new TreeMap<>();
    private final Map<String, Entry> namespaces = new HashMap<>();

    private Inventory() {}

    /** Collects entries from several threads; order of adding does not matter. */
    public static final class Builder {
        private final List<Entry> entries = new ArrayList<>();

        public synchronized void add(Entry entry) {
            entries.add(entry);
        }

        public synchronized Inventory build() {
            Inventory inventory = new Inventory();
            entries.sort(Comparator.comparing((Entry e) -> e.object().document().file())
                    .thenComparingInt(e -> e.object().document().index())
                    .thenComparing(e -> e.object().prefix().toString()));
            entries.forEach(inventory::index);
            entries.forEach(inventory::indexWorkload);
            return inventory;
        }
    }

    private void index(Entry entry) {
        all.add(entry);
        String kind = entry.object().kind();
        String namespace = key(entry.namespace());
        byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(entry);
        byKindAndNamespace
                .computeIfAbsent(kind + " " + namespace, k -> new ArrayList<>())
                .add(entry);
        if (kind.equals("Namespace")
                && entry.object().name() != null
                && entry.object().group().isEmpty()) {
            namespaces.putIfAbsent(entry.object().name(), entry);
        }
    }

    /** A pod of a collected controller is that controller's, not a workload of its own. */
    private void indexWorkload(Entry entry) {
        if (entry.workload() != null && owner(entry) == null) {
            workloads
                    .computeIfAbsent(key(entry.namespace()), k -> new ArrayList<>())
                    .add(entry);
        }
    }

    private static String key(@Nullable String namespace) {
        return namespace == null ? UNSPECIFIED : namespace;
    }

    /** Every entry, in the order of the input. */
    public List<Entry> all() {
        return all;
    }

    /** All objects of a kind. */
    public List<Entry> objects(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /**
     * Objects of a kind in a namespace, as an object in a file means them: all of them for a named namespace, those of
     * the nearest directory for the unspecified one.
     */
    public List<Entry> objects(String kind, @Nullable String namespace, String file) {
        List<Entry> all = byKindAndNamespace.getOrDefault(kind + " " + key(namespace), List.of());
        return namespace == null ? Proximity.nearestDirectory(file, all) : all;
    }

    /** Workloads of a namespace, chosen like {@link #objects(String, String, String)}. */
    public List<Entry> workloads(@Nullable String namespace, String file) {
        List<Entry> all = workloads.getOrDefault(key(namespace), List.of());
        return namespace == null ? Proximity.nearestDirectory(file, all) : all;
    }

    /** Every workload, by namespace in alphabetical order, the unspecified one first. */
    public List<Entry> workloads() {
        List<Entry> all = new ArrayList<>();
        workloads.values().forEach(all::addAll);
        return all;
    }

    /** The Namespace object, or null where none was collected. */
    public @Nullable Entry namespace(String name) {
        return namespaces.get(name);
    }

    /** Names of all namespaces: of collected Namespace objects, and of those that collected workloads live in. */
    public List<String> namespaces() {
        Set<String> names = new HashSet<>(namespaces.keySet());
        names.addAll(workloads.keySet());
        names.remove(UNSPECIFIED);
        return names.stream().sorted().toList();
    }

    /** One object meant by a name, or why it cannot be told. */
    public sealed interface Named {
        record One(Entry entry) implements Named {}

        record None() implements Named {}

        /** Several candidates equally near that do not say the same. */
        record Ambiguous(List<Entry> candidates) implements Named {}
    }

    /** The object of a kind and name that a file means. */
    public Named named(String kind, @Nullable String namespace, String name, String file) {
        List<Entry> candidates = byKindAndNamespace.getOrDefault(kind + " " + key(namespace), List.of()).stream()
                .filter(e -> name.equals(e.object().name()))
                .toList();
        List<Entry> nearest = candidates.size() > 1 ? Proximity.nearest(file, candidates) : candidates;
        if (nearest.isEmpty()) {
            return new Named.None();
        }
        Entry first = nearest.getFirst();
        boolean same = nearest.stream().allMatch(e -> e.root().equals(first.root()));
        return same ? new Named.One(first) : new Named.Ambiguous(nearest);
    }

    /** The collected controller that owns an object, followed one step; null for an object of its own. */
    public @Nullable Entry owner(Entry entry) {
        Node references = entry.root().at("metadata", "ownerReferences");
        if (!(references instanceof ListNode list)) {
            return null;
        }
        for (Node item : list) {
            if (item instanceof MapNode reference && isController(reference)) {
                String kind = reference.string("kind");
                String name = reference.string("name");
                for (Entry candidate :
                        byKindAndNamespace.getOrDefault(kind + " " + key(entry.namespace()), List.of())) {
                    if (name != null && name.equals(candidate.object().name())) {
                        return candidate;
                    }
                }
            }
        }
        return null;
    }

    private static boolean isController(MapNode reference) {
        return reference.get("controller") instanceof ScalarNode s && Boolean.TRUE.equals(s.value());
    }

    /** The chain of owners from an object up to the one that nobody collected owns, itself first. */
    public List<Entry> ownerChain(Entry entry) {
        List<Entry> chain = new ArrayList<>();
        Set<Entry> seen = new HashSet<>();
        for (Entry at = entry; at != null && seen.add(at); at = owner(at)) {
            chain.add(at);
        }
        return chain;
    }
}
