package dev.gabion.controls.scan;

import dev.gabion.cel.eval.Expression;
import dev.gabion.controls.catalogue.Control;
import dev.gabion.controls.catalogue.ControlVariable;
import dev.gabion.controls.catalogue.MessageTemplate;
import dev.gabion.controls.catalogue.Need;
import dev.gabion.controls.catalogue.Program;
import dev.gabion.controls.catalogue.Rule;
import dev.gabion.controls.component.Certificates;
import dev.gabion.controls.engine.ActiveControl;
import dev.gabion.controls.engine.PodPaths;
import dev.gabion.kube.inventory.Entry;
import dev.gabion.kube.read.KubeObject;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import dev.gabion.kube.workload.PodContainer.ContainerList;
import dev.gabion.kube.workload.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is kept of an object for the questions that only all objects together answer: workloads as far as some
 * cross-object control reads them, other objects whole if such a control is about them or names their kind.
 */
final class Extraction {
    /** Exceptions inside manifests must survive extraction. */
    private static final String EXCEPTION_ANNOTATION = "gabion.io/ignore";

    private final List<Control> crossObject = new ArrayList<>();
    private final Set<String> kinds = new HashSet<>(Set.of("Namespace"));
    private final Mask pod = new Mask();
    private final Mask podMetadata = new Mask();
    private final Mask container = new Mask();
    private final Mask object = new Mask();
    private final Mask objectsByKind = new Mask();
    private final Map<FieldPath, Mask> byPodPath = new ConcurrentHashMap<>();

    Extraction(List<ActiveControl> controls) {
        for (ActiveControl active : controls) {
            if (!active.control().isLocal()) {
                crossObject.add(active.control());
                need(active.control());
                read(active.control());
            }
        }
        for (String kind : kinds) {
            object.include(objectsByKind.child(kind).every());
        }
        keepIdentity();
        keepForJava();
    }

    private void need(Control control) {
        for (Need need : control.head().needs()) {
            switch (need.fact()) {
                case OBJECTS -> kinds.add(String.valueOf(need.kind()));
                case SERVICE_ACCOUNT -> kinds.add("ServiceAccount");
                case LIMIT_RANGES -> kinds.add("LimitRange");
                case QUOTAS -> kinds.add("ResourceQuota");
                case POLICIES, ISOLATION -> kinds.add("NetworkPolicy");
                case SERVICES -> kinds.add("Service");
                case ROLE -> kinds.addAll(List.of("Role", "ClusterRole"));
                default -> {}
            }
        }
    }

    private void read(Control control) {
        if (!control.head().components().isEmpty()) {
            keepCommandLines();
        }
        Program program = control.program();
        if (control.head().isJava()) {
            keepAll(control);
        }
        for (Rule rule : program.rules()) {
            site(control, rule.path()).keep(below(rule.path()));
            read(rule.expression().root(), item(control, rule.path()));
        }
        if (program.appliesWhen() != null) {
            read(program.appliesWhen().root(), null);
        }
        for (MessageTemplate.Part part : program.message().parts()) {
            if (part.hole() != null) {
                for (Rule rule : program.rules()) {
                    read(part.hole().root(), item(control, rule.path()));
                }
            }
        }
    }

    /** Nobody can tell what a check written in Java reads. */
    private void keepAll(Control control) {
        if (control.scope().ofWorkloads()) {
            pod.keepWhole();
            podMetadata.keepWhole();
        } else {
            object.keepWhole();
        }
    }

    /** What tells which component a container runs, with which flags and files. */
    private void keepCommandLines() {
        for (String key : List.of("image", "command", "args", "env", "envFrom", "volumeMounts")) {
            container.child(key).keepWhole();
        }
        pod.child("volumes").keepWhole();
    }

    /** The mask of the part a rule's path starts at. */
    private Mask site(Control control, FieldPath path) {
        return switch (control.scope()) {
            case POD -> PodPaths.isMetadata(path) ? podMetadata : pod;
            case CONTAINER -> PodPaths.isMetadata(path) ? podMetadata : container;
            default -> object;
        };
    }

    private static FieldPath below(FieldPath path) {
        return PodPaths.isMetadata(path) ? PodPaths.belowMetadata(path) : path;
    }

    /** The mask of what {@code item} stands for in a pattern, or null without one. */
    private @Nullable Mask item(Control control, FieldPath path) {
        List<FieldPath.Step> steps = below(path).steps();
        int last = -1;
        for (int i = 0; i < steps.size(); i++) {
            last = steps.get(i) instanceof FieldPath.Step.Every ? i : last;
        }
        return last < 0 ? null : site(control, path).at(FieldPath.of(steps.subList(0, last + 1)));
    }

    private void read(Expression expression, @Nullable Mask item) {
        Reads reads = new Reads()
                .bind(ControlVariable.OBJECT.slot(), object)
                .bind(ControlVariable.WORKLOAD.slot(), object)
                .bind(ControlVariable.POD.slot(), pod)
                .bind(ControlVariable.POD_METADATA.slot(), podMetadata)
                .bind(ControlVariable.CONTAINER.slot(), container)
                .bind(ControlVariable.OBJECTS.slot(), objectsByKind)
                .bindItems(ControlVariable.SELECTED.slot(), object)
                .bindItems(ControlVariable.WORKLOADS.slot(), object);
        if (item != null) {
            reads.bind(ControlVariable.ITEM.slot(), item);
        }
        reads.add(expression);
    }

    /** What joins, exceptions and reports need of every workload. */
    private void keepIdentity() {
        for (String key : List.of("apiVersion", "kind")) {
            object.child(key).keepWhole();
        }
        Mask metadata = object.child("metadata");
        for (String key : List.of("name", "generateName", "namespace", "labels", "ownerReferences")) {
            metadata.child(key).keepWhole();
        }
        metadata.child("annotations").child(EXCEPTION_ANNOTATION).keepWhole();
        podMetadata.child("labels").keepWhole();
        podMetadata.child("annotations").child(EXCEPTION_ANNOTATION).keepWhole();
        for (String key : List.of("serviceAccountName", "serviceAccount", "hostNetwork")) {
            pod.child(key).keepWhole();
        }
        container.child("name").keepWhole();
    }

    /** What checks in Java ask of workloads other than the one they judge. */
    private void keepForJava() {
        container.child("ports").keepWhole();
        object.child("spec").child("replicas").keepWhole();
    }

    /** Whether anything needs a second step. */
    boolean isNeeded() {
        return !crossObject.isEmpty();
    }

    /** What to keep of an object, or null for nothing. */
    @Nullable
    Entry extract(KubeObject source, MapNode prepared, @Nullable Workload workload, @Nullable String namespace) {
        if (workload == null) {
            return keepsKind(source) ? entry(source, slim(source, prepared), namespace) : null;
        }
        return entry(source, mask(workload.podPath()).apply(prepared), namespace);
    }

    private static Entry entry(KubeObject source, MapNode root, @Nullable String namespace) {
        KubeObject kept = source.withRoot(root);
        return new Entry(kept, root, Workload.of(kept, root), namespace);
    }

    private boolean keepsKind(KubeObject source) {
        if (kinds.contains(source.kind())) {
            return true;
        }
        for (Control control : crossObject) {
            if (control.matches(source.group(), source.kind(), false)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Bulk that no cross-object question reads; of secrets and config maps only the keys, and certificates. A node's
     * status has its versions.
     */
    private static MapNode slim(KubeObject source, MapNode root) {
        MapNode.Builder kept = MapNode.builder();
        boolean keysOnly = source.kind().equals("Secret") || source.kind().equals("ConfigMap");
        for (int i = 0; i < root.size(); i++) {
            Node value = root.value(i);
            if (root.key(i).equals("status") && !source.kind().equals("Node")) {
                continue;
            }
            boolean blank = keysOnly && value instanceof MapNode && !root.key(i).equals("metadata");
            kept.copy(root, i, blank ? blanked((MapNode) value) : value);
        }
        return kept.build(root.start(), root.end());
    }

    private static MapNode blanked(MapNode map) {
        MapNode.Builder keys = MapNode.builder();
        for (int i = 0; i < map.size(); i++) {
            Node value = map.value(i);
            boolean isPublic = value instanceof ScalarNode s && Certificates.is(s.value());
            keys.copy(map, i, isPublic ? value : new ScalarNode(value.start(), value.end(), ""));
        }
        return keys.build(map.start(), map.end());
    }

    /** One mask for the whole object: its own part, the template's metadata, the pod spec and its containers. */
    private Mask mask(FieldPath podPath) {
        return byPodPath.computeIfAbsent(podPath, path -> {
            Mask all = new Mask();
            all.include(object);
            Mask spec = all.at(path);
            spec.include(pod);
            for (ContainerList list : ContainerList.values()) {
                spec.child(list.field()).every().include(container);
            }
            FieldPath holder = FieldPath.of(path.steps().subList(0, path.steps().size() - 1));
            all.at(holder.key("metadata")).include(podMetadata);
            return all;
        });
    }
}
