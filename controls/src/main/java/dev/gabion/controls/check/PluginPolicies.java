package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check.FactSource;
import dev.gabion.kube.select.LabelSelector;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Policies of network plugins and cluster-wide policies, as far as they isolate pods. Their rules are not evaluated;
 * where they may decide, the answer is {@link Unknown}.
 */
final class PluginPolicies {
    private static final String CILIUM_NAMESPACE = "io.kubernetes.pod.namespace";

    private final FactSource facts;
    private final PolicyDirection direction;
    private final @Nullable String namespace;

    PluginPolicies(FactSource facts, PolicyDirection direction, @Nullable String namespace) {
        this.facts = facts;
        this.direction = direction;
        this.namespace = namespace;
    }

    /** What such policies do to pods. */
    sealed interface Effect {}

    /** Nothing. */
    record None() implements Effect {}

    /** This policy isolates them. */
    record Isolates(String policy) implements Effect {}

    /** This policy may isolate or deny; its words are not read yet. */
    record Unknown(String policy) implements Effect {}

    /** What they do to all pods of the namespace, present and future. */
    Effect onAllPods() {
        return effect(null);
    }

    /** What they do to pods with these labels. */
    Effect on(MapNode labels) {
        return effect(labels);
    }

    /** Pods are null for all of the namespace. */
    private Effect effect(@Nullable MapNode pods) {
        Effect found = new None();
        for (String kind : List.of("CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy")) {
            for (Node node : objects(kind)) {
                found = stronger(found, node instanceof MapNode policy ? cilium(policy, pods) : found);
            }
        }
        for (String kind : List.of("NetworkPolicy", "GlobalNetworkPolicy")) {
            for (Node node : objects(kind)) {
                found = stronger(found, node instanceof MapNode policy ? calico(policy, pods) : found);
            }
        }
        for (String kind : List.of("BaselineAdminNetworkPolicy", "AdminNetworkPolicy", "ClusterNetworkPolicy")) {
            for (Node node : objects(kind)) {
                found = stronger(found, node instanceof MapNode policy ? admin(policy) : found);
            }
        }
        return found;
    }

    private ListNode objects(String kind) {
        return (ListNode) facts.get("objects." + kind);
    }

    private static Effect stronger(Effect one, Effect other) {
        return switch (one) {
            case Isolates isolates -> one;
            case Unknown unknown -> other instanceof Isolates ? other : one;
            case None none -> other;
        };
    }

    /** Isolates where a section for the direction stands beside a selector that matches. */
    private Effect cilium(MapNode policy, @Nullable MapNode pods) {
        Effect found = new None();
        MapNode spec = policy.map("spec");
        if (spec != null) {
            found = ciliumSpec(policy, spec, pods);
        }
        for (Node node : policy.list("specs")) {
            found = stronger(found, node instanceof MapNode each ? ciliumSpec(policy, each, pods) : found);
        }
        return found;
    }

    private Effect ciliumSpec(MapNode policy, MapNode spec, @Nullable MapNode pods) {
        boolean about = spec.get(direction.rules()) instanceof ListNode
                || spec.get(direction.rules() + "Deny") instanceof ListNode;
        if (!about || !spec.has("endpointSelector")) {
            return new None();
        }
        LabelSelector selector = LabelSelector.of(withoutSources(spec.get("endpointSelector")));
        if (selector.requirements().stream().anyMatch(r -> r.key().startsWith("io.cilium."))) {
            return new Unknown(name(policy));
        }
        boolean onlyNamespace =
                selector.requirements().stream().allMatch(r -> r.key().equals(CILIUM_NAMESPACE));
        if ((pods == null && !onlyNamespace) || !selector.matches(key -> ciliumLabel(key, pods))) {
            return new None();
        }
        return spec.has("enableDefaultDeny") ? new Unknown(name(policy)) : new Isolates(name(policy));
    }

    private @Nullable String ciliumLabel(String key, @Nullable MapNode pods) {
        if (key.equals(CILIUM_NAMESPACE)) {
            return namespace;
        }
        return pods == null ? null : pods.string(key);
    }

    /** The selector as Kubernetes has it. Cilium names the source of a label in front of its key. */
    private static @Nullable Node withoutSources(@Nullable Node selector) {
        if (!(selector instanceof MapNode map)) {
            return selector;
        }
        MapNode.Builder labels = MapNode.builder();
        MapNode written = map.map("matchLabels");
        if (written != null) {
            for (int i = 0; i < written.size(); i++) {
                labels.put(plain(written.key(i)), written.value(i));
            }
        }
        List<Node> expressions = new ArrayList<>();
        for (Node item : map.list("matchExpressions")) {
            String key = item instanceof MapNode expression ? expression.string("key") : null;
            expressions.add(
                    item instanceof MapNode expression && key != null
                            ? expression.with("key", ScalarNode.unwritten(plain(key)))
                            : item);
        }
        return MapNode.builder()
                .put("matchLabels", labels.build())
                .put("matchExpressions", ListNode.of(expressions))
                .build();
    }

    /** A key without the source in front of it. */
    private static String plain(String key) {
        return key.startsWith("k8s:") || key.startsWith("any:") ? key.substring(4) : key;
    }

    /** Calico's selector language is not read; only a selector of everything is understood. */
    private Effect calico(MapNode policy, @Nullable MapNode pods) {
        String apiVersion = String.valueOf(policy.string("apiVersion"));
        MapNode spec = policy.map("spec");
        if (!apiVersion.contains("projectcalico.org") || spec == null || !calicoTypes(spec)) {
            return new None();
        }
        String selector = spec.string("selector");
        boolean everything =
                selector == null || selector.isBlank() || selector.strip().equals("all()");
        boolean everywhere = !spec.has("namespaceSelector");
        if (everything && everywhere) {
            return new Isolates(name(policy));
        }
        return pods == null && everywhere ? new None() : new Unknown(name(policy));
    }

    private boolean calicoTypes(MapNode spec) {
        if (spec.list("types").size() > 0) {
            return NetworkRule.strings(spec.list("types")).contains(direction.type());
        }
        boolean egressRules = spec.list("egress").size() > 0;
        return direction == PolicyDirection.EGRESS
                ? egressRules
                : !egressRules || spec.list("ingress").size() > 0;
    }

    private Effect admin(MapNode policy) {
        MapNode spec = policy.map("spec");
        for (Node node : spec == null ? ListNode.EMPTY : spec.list(direction.rules())) {
            if (node instanceof MapNode rule && "Deny".equals(rule.string("action"))) {
                return new Unknown(name(policy));
            }
        }
        return new None();
    }

    private static String name(MapNode policy) {
        MapNode metadata = policy.map("metadata");
        return policy.string("kind") + " " + (metadata == null ? "" : metadata.string("name"));
    }
}
