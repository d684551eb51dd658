package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Subjects that hold more roles than they should, counted over the bindings of a namespace and of the cluster in the
 * order of the input. The binding that crosses the limit is reported, and each after it that adds a role.
 */
final class RolesPerSubject implements Check {
    /** A subject as RBAC compares it; an account without a namespace is of the binding's. */
    private record Subject(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String namespace) {
        static Subject of(MapNode subject, MapNode binding) {
            boolean account = "ServiceAccount".equals(subject.string("kind"));
            String own = subject.string("namespace");
            String namespace = own == null ? namespaceOf(binding) : own;
            return new Subject(subject.string("kind"), subject.string("name"), account ? namespace : null);
        }

        boolean means(Subject other) {
            return Objects.equals(kind, other.kind)
                    && Objects.equals(name, other.name)
                    && (namespace == null || other.namespace == null || namespace.equals(other.namespace));
        }
    }

    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        long most = params.get("most") instanceof ScalarNode s && s.value() instanceof Long number ? number : 0;
        ListNode subjects = target.root().list("subjects");
        for (int i = 0; i < subjects.size(); i++) {
            if (subjects.get(i) instanceof MapNode subject) {
                Set<String> roles = new LinkedHashSet<>();
                Subject wanted = Subject.of(subject, target.root());
                boolean found = collect(facts, "objects.ClusterRoleBinding", wanted, target.root(), roles);
                if (!found) {
                    collect(facts, "objects.RoleBinding", wanted, target.root(), roles);
                }
                boolean isNew = roles.add(role(target.root()));
                if (isNew && roles.size() > most) {
                    String text = subject.string("kind") + " " + subject.string("name") + " is bound to " + roles.size()
                            + " roles; the limit is " + most;
                    report.offends(FieldPath.keys("subjects").item(i), text);
                }
            }
        }
    }

    /** Adds roles of the bindings before one; true when it was met. */
    private static boolean collect(FactSource facts, String need, Subject wanted, MapNode until, Set<String> roles) {
        for (Node node : (ListNode) facts.get(need)) {
            if (node.same(until)) {
                return true;
            }
            if (node instanceof MapNode binding && names(binding, wanted)) {
                roles.add(role(binding));
            }
        }
        return false;
    }

    private static boolean names(MapNode binding, Subject wanted) {
        for (Node node : binding.list("subjects")) {
            if (node instanceof MapNode subject && Subject.of(subject, binding).means(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static String role(MapNode binding) {
        MapNode reference = binding.map("roleRef") == null ? MapNode.EMPTY : binding.map("roleRef");
        boolean namespaced = "Role".equals(reference.string("kind"));
        List<String> parts = List.of(
                String.valueOf(reference.string("kind")),
                namespaced ? String.valueOf(namespaceOf(binding)) : "",
                String.valueOf(reference.string("name")));
        return String.join("/", parts);
    }

    private static @Nullable String namespaceOf(MapNode object) {
        MapNode metadata = object.map("metadata");
        return metadata == null ? null : metadata.string("namespace");
    }
}
