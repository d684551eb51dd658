package dev.gabion.controls.engine;

import dev.gabion.kube.read.KubeObject;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which fields may hold a secret, so that no report prints them. */
public final class SecretFields {
    /** What stands in reports in place of a secret. */
    public static final String MASK = "***";

    private static final List<String> WORDS = List.of(
            "password",
            "passwd",
            "passphrase",
            "secret",
            "token",
            "apikey",
            "api_key",
            "api-key",
            "accesskey",
            "access_key",
            "access-key",
            "privatekey",
            "private_key",
            "private-key",
            "credential",
            "connectionstring",
            "connection_string",
            "connection-string");

    private SecretFields() {}

    /** Whether the value at a path of an object must not be printed. */
    public static boolean bears(KubeObject object, FieldPath path, MapNode root) {
        List<FieldPath.Step> steps = path.steps();
        if (steps.isEmpty()) {
            return object.kind().equals("Secret");
        }
        if (object.kind().equals("Secret")) {
            return steps.getFirst() instanceof FieldPath.Step.Key(String key)
                    && (key.equals("data") || key.equals("stringData"));
        }
        if (steps.getLast() instanceof FieldPath.Step.Key(String key)) {
            return key.equals("value") ? namedLikeSecret(path, root) : soundsSecret(key);
        }
        return false;
    }

    /** An environment variable's value is judged by the variable's name. */
    private static boolean namedLikeSecret(FieldPath path, MapNode root) {
        List<FieldPath.Step> steps = path.steps();
        Node holder = FieldPath.of(steps.subList(0, steps.size() - 1)).in(root);
        @Nullable String name = holder instanceof MapNode map ? map.string("name") : null;
        return name != null && soundsSecret(name);
    }

    /** Whether a name is one people give to credentials. */
    public static boolean soundsSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String word : WORDS) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
