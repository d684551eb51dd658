package dev.gabion.controls.engine;

import dev.gabion.kube.read.KubeObject;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
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
            "key-data",
            "certificatekey",
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

    /** Whether a text holds key material whatever its field is called. */
    static boolean holdsKey(String text) {
        return text.contains("PRIVATE KEY-----") || text.contains("client-key-data");
    }

    /** The value without the secrets in it. */
    static Node masked(Node value) {
        return switch (value) {
            case ListNode list -> {
                Node[] items = list.toArray();
                for (int i = 0; i < items.length; i++) {
                    items[i] = masked(items[i]);
                }
                yield list.withItems(items);
            }
            case MapNode map -> {
                String name = map.string("name");
                boolean namedSecret = name != null && soundsSecret(name);
                MapNode.Builder entries = MapNode.builder();
                for (int i = 0; i < map.size(); i++) {
                    boolean secret = soundsSecret(map.key(i))
                            || (namedSecret && map.key(i).equals("value"));
                    boolean text = map.value(i) instanceof ScalarNode s && s.value() instanceof String;
                    entries.put(map.key(i), secret && text ? ScalarNode.unwritten(MASK) : masked(map.value(i)));
                }
                yield entries.build(map.start(), map.end());
            }
            case ScalarNode s when s.value() instanceof String text && holdsKey(text) -> ScalarNode.unwritten(MASK);
            default -> value;
        };
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
