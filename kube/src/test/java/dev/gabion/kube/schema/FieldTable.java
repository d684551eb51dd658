package dev.gabion.kube.schema;

import dev.gabion.kube.read.TestTrees;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the field table from an OpenAPI v2 document and the supplement. */
final class FieldTable {
    private final MapNode definitions;
    private final Map<String, String> supplement = new HashMap<>();
    private final Map<String, String> kinds = new TreeMap<>();
    private final Map<String, List<String>> types = new TreeMap<>();

    FieldTable(byte[] openApi, String supplementText) {
        MapNode root = (MapNode) TestTrees.json(openApi);
        this.definitions = Objects.requireNonNull(root.map("definitions"));
        for (String line : supplementText.lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] part = line.split(" ", 3);
                supplement.merge(part[0] + " " + part[1], part[2], (a, b) -> a + " " + b);
            }
        }
    }

    String render(String version) {
        collect();
        StringBuilder out = new StringBuilder();
        out.append(
                "# Fields of the built-in kinds, generated from the OpenAPI document a Kubernetes API server serves\n");
        out.append("# and from supplement.txt. Do not edit: FieldTableTest writes it where GABION_WRITE is set.\n");
        out.append("# Lines: name[!] type [(closed values)] [= default]; ! is required, [T] a list, {T} a map of T.\n");
        out.append("kubernetes ").append(version).append('\n');
        kinds.forEach((kind, type) ->
                out.append("kind ").append(kind).append(' ').append(type).append('\n'));
        types.forEach((name, fields) -> {
            out.append("type ").append(name).append('\n');
            fields.forEach(field -> out.append("  ").append(field).append('\n'));
        });
        if (!supplement.isEmpty()) {
            throw new IllegalStateException("supplement names unknown fields: " + new TreeSet<>(supplement.keySet()));
        }
        return out.toString();
    }

    private void collect() {
        Deque<String> todo = new ArrayDeque<>();
        for (int i = 0; i < definitions.size(); i++) {
            String name = definitions.key(i);
            MapNode definition = (MapNode) definitions.value(i);
            ListNode gvk = definition.list("x-kubernetes-group-version-kind");
            MapNode properties = definition.map("properties");
            if (gvk.size() != 1 || properties == null || !properties.has("metadata")) {
                continue;
            }
            MapNode one = (MapNode) gvk.get(0);
            String kind = Objects.requireNonNull(one.string("kind"));
            String group = Objects.requireNonNull(one.string("group"));
            if (!kind.endsWith("List") && !kind.equals("Status")) {
                kinds.put((group.isEmpty() ? "" : group + "/") + one.string("version") + " " + kind, shorten(name));
                todo.add(name);
            }
        }
        while (!todo.isEmpty()) {
            String name = todo.remove();
            if (!types.containsKey(shorten(name))) {
                types.put(shorten(name), fields(name, todo));
            }
        }
    }

    private List<String> fields(String name, Deque<String> todo) {
        MapNode definition = Objects.requireNonNull(definitions.map(name), name);
        MapNode properties = definition.map("properties");
        List<String> required = new ArrayList<>();
        definition.list("required").forEach(n -> required.add(n.toString()));
        List<String> lines = new ArrayList<>();
        for (int i = 0; properties != null && i < properties.size(); i++) {
            String field = properties.key(i);
            MapNode property = (MapNode) properties.value(i);
            String extra = supplement.remove(shorten(name) + " " + field);
            boolean demanded = required.contains(field) || "!".equals(extra);
            String line = field + (demanded ? "! " : " ") + type(property, todo) + closed(property);
            lines.add(extra == null || extra.equals("!") ? line : line + " " + extra);
        }
        return lines;
    }

    private static String closed(MapNode property) {
        ListNode values = property.list("enum");
        if (values.size() == 0) {
            return "";
        }
        TreeSet<String> words = new TreeSet<>();
        for (Node value : values) {
            words.add(String.valueOf(((ScalarNode) value).value()));
        }
        return " (" + String.join("|", words) + ")";
    }

    private static String type(MapNode property, Deque<String> todo) {
        String ref = property.string("$ref");
        if (ref != null) {
            return referred(ref.substring(ref.lastIndexOf('/') + 1), todo);
        }
        return switch (Objects.requireNonNull(property.string("type"))) {
            case "array" -> "[" + type(Objects.requireNonNull(property.map("items")), todo) + "]";
            case "object" -> {
                MapNode values = property.map("additionalProperties");
                yield values == null ? "any" : "{" + type(values, todo) + "}";
            }
            case "string" -> "byte".equals(property.string("format")) ? "bytes" : "string";
            case "integer" -> integer(property.string("format"));
            case "boolean" -> "bool";
            case "number" -> "double";
            default -> throw new IllegalStateException("type of " + property);
        };
    }

    private static String integer(@Nullable String format) {
        return format == null ? "int64" : format;
    }

    private static String referred(String definition, Deque<String> todo) {
        String last = definition.substring(definition.lastIndexOf('.') + 1);
        return switch (last) {
            case "Quantity" -> "quantity";
            case "IntOrString" -> "intstr";
            case "Time", "MicroTime" -> "time";
            case "JSON", "RawExtension", "FieldsV1" -> "any";
            default -> {
                if (last.startsWith("JSONSchemaProps")) {
                    yield "any";
                }
                todo.add(definition);
                yield shorten(definition);
            }
        };
    }

    private static String shorten(String definition) {
        return definition
                .replace("io.k8s.apimachinery.pkg.apis.", "")
                .replace("io.k8s.kube-aggregator.pkg.apis.", "")
                .replace("io.k8s.apiextensions-apiserver.pkg.apis.", "")
                .replace("io.k8s.api.", "");
    }
}
