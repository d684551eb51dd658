package dev.gabion.kube.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The field table of one Kubernetes version, generated from the OpenAPI document its API server serves. The table is
 * text; a type is read when an object of it is first met, so opening costs one file read.
 */
public final class Schema {
    private static final ObjectType NONE = new ObjectType(List.of());

    private final String text;
    private final String version;
    private final Map<String, ObjectType> types = new ConcurrentHashMap<>();
    /** The type of every kind, by {@code apiVersion kind}. */
    private final Map<String, String> kinds = new HashMap<>();

    private Schema(String text) {
        this.text = text;
        int at = text.indexOf("\nkubernetes ") + "\nkubernetes ".length();
        this.version = text.substring(at, text.indexOf('\n', at));
        int line = text.indexOf("\nkind ") + 1;
        while (text.startsWith("kind ", line)) {
            int end = text.indexOf('\n', line);
            int space = text.lastIndexOf(' ', end);
            kinds.put(text.substring(line + "kind ".length(), space), text.substring(space + 1, end));
            line = end + 1;
        }
    }

    public static Schema load(Path table) throws IOException {
        return new Schema(Files.readString(table, StandardCharsets.ISO_8859_1));
    }

    /** The version the table was made from, such as {@code v1.36}. */
    public String version() {
        return version;
    }

    /** Whether the kind is built into Kubernetes at this version and API version. */
    public boolean knows(String apiVersion, String kind) {
        return typeName(apiVersion, kind) != null;
    }

    /** An API version that serves the kind, or null where none built in does. */
    public @Nullable String apiVersion(String kind) {
        int at = text.indexOf(" " + kind + " ");
        int line = at < 0 ? -1 : text.lastIndexOf('\n', at) + 1;
        return line < 0 || !text.startsWith("kind ", line) ? null : text.substring(line + "kind ".length(), at);
    }

    /** The type of a built-in kind; null for custom resources and kinds of other versions. */
    @Nullable
    ObjectType kind(String apiVersion, String kind) {
        String name = typeName(apiVersion, kind);
        return name == null ? null : type(name);
    }

    private @Nullable String typeName(String apiVersion, String kind) {
        String name = kinds.get(apiVersion + " " + kind);
        return name == null ? kinds.get(successor(apiVersion, kind)) : name;
    }

    /** Workloads and RBAC of API versions no longer served have the fields of today's. */
    private static String successor(String apiVersion, String kind) {
        return switch (kind) {
            case "Deployment", "DaemonSet", "ReplicaSet", "StatefulSet" ->
                apiVersion.equals("extensions/v1beta1") || apiVersion.startsWith("apps/v1beta")
                        ? "apps/v1 " + kind
                        : "";
            case "CronJob" -> apiVersion.startsWith("batch/v") ? "batch/v1 CronJob" : "";
            case "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding" ->
                apiVersion.startsWith("rbac.authorization.k8s.io/") ? "rbac.authorization.k8s.io/v1 " + kind : "";
            default -> "";
        };
    }

    ObjectType type(String name) {
        return types.computeIfAbsent(name, this::read);
    }

    private ObjectType read(String name) {
        int at = text.indexOf("\ntype " + name + "\n");
        if (at < 0) {
            return NONE;
        }
        List<Field> fields = new ArrayList<>();
        int line = text.indexOf('\n', at + 1) + 1;
        while (line < text.length() && text.charAt(line) == ' ') {
            int end = text.indexOf('\n', line);
            fields.add(Field.parse(text.substring(line, end)));
            line = end + 1;
        }
        return new ObjectType(fields);
    }
}
