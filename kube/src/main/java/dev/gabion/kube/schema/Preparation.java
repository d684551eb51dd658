package dev.gabion.kube.schema;

import dev.gabion.kube.read.KubeObject;
import dev.gabion.kube.tree.Excerpt;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.RefusedNode;
import dev.gabion.kube.tree.ScalarNode;
import dev.gabion.kube.workload.PodTemplates;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns objects as written into objects as a policy on an API server sees them: explicit nulls hidden, defaults filled
 * in. Parts that need no change are shared with the written tree. Unknown fields stay visible, so that a control can
 * see what a newer server would know.
 */
public final class Preparation {
    private final Schema schema;

    public Preparation(Schema schema) {
        this.schema = schema;
    }

    /** Prepares one object. Custom resources keep their fields, but a pod template inside a known one is prepared. */
    public PreparedObject prepare(KubeObject object) {
        Pass pass = new Pass();
        ObjectType type = schema.kind(object.apiVersion(), object.kind());
        MapNode named = named(object);
        MapNode root = type == null ? pass.custom(object, named) : pass.struct(named, type);
        if (object.kind().equals("Pod") && object.apiVersion().equals("v1")) {
            root = Defaults.hostNetworkPorts(root);
        }
        return new PreparedObject(root, pass.flaws);
    }

    /** An item of a typed list may leave its API version and kind to the list. */
    private static MapNode named(KubeObject object) {
        MapNode root = object.root();
        root = root.string("apiVersion") == null
                ? root.with("apiVersion", ScalarNode.unwritten(object.apiVersion()))
                : root;
        return root.string("kind") == null ? root.with("kind", ScalarNode.unwritten(object.kind())) : root;
    }

    private final class Pass {
        private final List<Flaw> flaws = new ArrayList<>();
        private final List<FieldPath.Step> path = new ArrayList<>();

        MapNode custom(KubeObject object, MapNode root) {
            FieldPath pod = PodTemplates.specPath(object.group(), object.kind());
            return pod == null ? root : (MapNode) customAt(root, pod.steps(), 0);
        }

        private Node customAt(Node node, List<FieldPath.Step> steps, int depth) {
            if (!(node instanceof MapNode map)) {
                return node;
            }
            if (depth == steps.size()) {
                return struct(map, schema.type("core.v1.PodSpec"));
            }
            String key = ((FieldPath.Step.Key) steps.get(depth)).name();
            int at = map.indexOf(key);
            if (at < 0) {
                return node;
            }
            path.add(steps.get(depth));
            Node below = customAt(map.value(at), steps, depth + 1);
            path.removeLast();
            return below.same(map.value(at)) ? map : map.with(key, below);
        }

        private MapNode struct(MapNode map, ObjectType type) {
            MapNode.Builder changed = null;
            for (int i = 0; i < map.size(); i++) {
                Node value = map.value(i);
                Node prepared = entry(map.key(i), value, type);
                if (value.same(prepared)) {
                    if (changed != null) {
                        changed.copy(map, i, value);
                    }
                    continue;
                }
                if (changed == null) {
                    changed = map.startCopy(i);
                }
                if (prepared != null) {
                    changed.copy(map, i, prepared);
                }
            }
            MapNode done = changed == null ? map : changed.build(map.start(), map.end());
            requireFields(done, type);
            return presets(done, type);
        }

        /** The value to show for a written entry; null hides it. */
        private @Nullable Node entry(String key, Node value, ObjectType type) {
            if (value instanceof ScalarNode s && s.isNull()) {
                return null;
            }
            Field field = type.field(key);
            path.add(new FieldPath.Step.Key(key));
            Node prepared;
            if (field == null) {
                flaw(Flaw.Kind.UNKNOWN_FIELD, "unknown field");
                prepared = value;
            } else {
                prepared = value(value, field.type());
                closedValue(field, value);
            }
            path.removeLast();
            return prepared;
        }

        private void closedValue(Field field, Node value) {
            if (!field.values().isEmpty()
                    && value instanceof ScalarNode s
                    && s.value() instanceof String text
                    && !text.isEmpty()
                    && !field.values().contains(text)) {
                flaw(
                        Flaw.Kind.UNKNOWN_VALUE,
                        "\"" + Excerpt.of(text) + "\" is not one of "
                                + String.join(
                                        ", ", field.values().stream().sorted().toList()));
            }
        }

        private void requireFields(MapNode map, ObjectType type) {
            for (Field field : type.required()) {
                if (!map.has(field.name())) {
                    path.add(new FieldPath.Step.Key(field.name()));
                    flaw(Flaw.Kind.MISSING_FIELD, "required field is missing");
                    path.removeLast();
                }
            }
        }

        private MapNode presets(MapNode map, ObjectType type) {
            MapNode.Builder changed = null;
            for (Field field : type.preset()) {
                String preset = field.preset();
                Node value = preset == null || isSet(map, field) ? null : Defaults.value(preset, map);
                if (value != null && !value.equals(map.get(field.name()))) {
                    changed = changed == null ? map.startCopy(map.size()) : changed;
                    fill(changed, map, field, value);
                }
            }
            return changed == null ? map : changed.build(map.start(), map.end());
        }

        /** Go does not tell an empty string from an absent one, and fills in both. */
        private static boolean isSet(MapNode map, Field field) {
            return map.has(field.name()) && !"".equals(map.string(field.name()));
        }

        /** Gives a field its default; an empty string keeps the place of its key. */
        private void fill(MapNode.Builder changed, MapNode map, Field field, Node value) {
            int at = map.indexOf(field.name());
            Node prepared = value(value, field.type());
            if (at >= 0) {
                changed.copy(map, at, prepared);
            } else {
                changed.put(field.name(), prepared);
            }
        }

        private Node value(Node value, FieldType type) {
            return switch (type) {
                case FieldType.Scalar scalar -> scalar(value, scalar);
                case FieldType.Struct(String name) ->
                    value instanceof MapNode map ? struct(map, schema.type(name)) : refuse(value, "map");
                case FieldType.ListOf(FieldType item) ->
                    value instanceof ListNode list ? items(list, item) : refuse(value, "list");
                case FieldType.MapOf(FieldType item) ->
                    value instanceof MapNode map ? values(map, item) : refuse(value, "map");
            };
        }

        private ListNode items(ListNode list, FieldType type) {
            Node[] changed = null;
            for (int i = 0; i < list.size(); i++) {
                path.add(new FieldPath.Step.Item(i));
                Node item = list.get(i);
                Node prepared = element(item, type);
                path.removeLast();
                if (!prepared.same(item)) {
                    changed = changed == null ? list.toArray() : changed;
                    changed[i] = prepared;
                }
            }
            return changed == null ? list : list.withItems(changed);
        }

        private MapNode values(MapNode map, FieldType type) {
            MapNode.Builder changed = null;
            for (int i = 0; i < map.size(); i++) {
                Node value = map.value(i);
                path.add(new FieldPath.Step.Key(map.key(i)));
                Node prepared = element(value, type);
                path.removeLast();
                if (!prepared.same(value) && changed == null) {
                    changed = map.startCopy(i);
                }
                if (changed != null) {
                    changed.copy(map, i, prepared);
                }
            }
            return changed == null ? map : changed.build(map.start(), map.end());
        }

        /** A null in a list or among the values of a map decodes to the type's zero value, not to nothing. */
        private Node element(Node value, FieldType type) {
            boolean isNull = value instanceof ScalarNode s && s.isNull() && type != FieldType.Scalar.ANY;
            return value(isNull ? zero(value, type) : value, type);
        }

        private static Node zero(Node at, FieldType type) {
            return switch (type) {
                case FieldType.ListOf l -> new ListNode(at.start(), at.end(), new Node[0]);
                case FieldType.MapOf m -> MapNode.builder().build(at.start(), at.end());
                case FieldType.Struct s -> MapNode.builder().build(at.start(), at.end());
                case FieldType.Scalar s -> new ScalarNode(at.start(), at.end(), Scalars.zero(s));
            };
        }

        private Node scalar(Node value, FieldType.Scalar type) {
            if (type == FieldType.Scalar.ANY || Scalars.fits(value, type)) {
                return value;
            }
            return refuse(value, type.text());
        }

        private Node refuse(Node value, String wanted) {
            String message = "want " + wanted + ", have " + Scalars.describe(value);
            FieldPath at = FieldPath.of(path);
            flaws.add(new Flaw(Flaw.Kind.WRONG_TYPE, at, message));
            return new RefusedNode(value, at + ": " + message);
        }

        private void flaw(Flaw.Kind kind, String message) {
            flaws.add(new Flaw(kind, FieldPath.of(path), message));
        }
    }
}
