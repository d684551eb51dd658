package dev.gabion.finding;

import dev.gabion.kube.read.KubeObject;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.RefusedNode;
import dev.gabion.kube.tree.ScalarNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which fields may hold a secret, so that no report prints them. Source: rulings, section 3.11. */
public final class SecretFields {
    /** What stands in reports in place of a secret. */
    public static final String MASK = "***";

    /** How a PEM block begins. */
    static final String PEM = "-----BEGIN ";

    static final List<String> WORDS = List.of(
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

    /** Fields of a Secret that hold what is secret about it. */
    private static final List<String> DATA = List.of("data", "stringData");

    /** Repeats the whole object inside a string, secrets and all. */
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private SecretFields() {}

    /** Whether the value at a path of an object must not be printed. */
    public static boolean bears(KubeObject object, FieldPath path, MapNode root) {
        List<FieldPath.Step> steps = path.steps();
        if (steps.isEmpty()) {
            return object.kind().equals("Secret");
        }
        if (object.kind().equals("Secret") && steps.getFirst() instanceof FieldPath.Step.Key(String key)) {
            return holdsData(key);
        }
        if (steps.getLast() instanceof FieldPath.Step.Key(String key)) {
            return key.equals("value") ? namedLikeSecret(path, root) : bears(key);
        }
        return false;
    }

    /** An environment variable's value is judged by the variable's name. */
    private static boolean namedLikeSecret(FieldPath path, MapNode root) {
        List<FieldPath.Step> steps = path.steps();
        return FieldPath.of(steps.subList(0, steps.size() - 1)).in(root) instanceof MapNode map && namedLikeSecret(map);
    }

    private static boolean namedLikeSecret(MapNode variable) {
        String name = variable.string("name");
        return name != null && bears(name);
    }

    private static boolean holdsData(String key) {
        return DATA.contains(key);
    }

    /** Whether what stands under a key may be a secret: it sounds so and is not known to be a switch or a name. */
    private static boolean bears(String key) {
        return soundsSecret(key) && !isReference(key);
    }

    /** Names that say where a secret lies, or whether one is mounted, rather than what it is. */
    static boolean isReference(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("secretname")
                || lower.endsWith("secretnamespace")
                || lower.endsWith("file")
                || lower.endsWith("path")
                || lower.equals("automountserviceaccounttoken");
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

    /** Whether a text in UTF-8 may hold anything that must not be printed; false is certain, true is a reason to look. */
    public static boolean mayOccurIn(byte[] utf8) {
        for (int i = 0; i < utf8.length; i++) {
            switch (utf8[i] | 0x20) {
                case 'p', 's', 't', 'a', 'c' -> {
                    if (wordAt(utf8, i)) {
                        return true;
                    }
                }
                default -> {
                    if (utf8[i] == '-' && matches(utf8, i, PEM)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean wordAt(byte[] utf8, int at) {
        for (String word : WORDS) {
            if (matches(utf8, at, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] utf8, int at, String word) {
        if (at + word.length() > utf8.length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            int b = utf8[at + i];
            int c = word.charAt(i);
            if (b != c && (b < 'A' || b > 'Z' || (b | 0x20) != c)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The values in a tree that must not be printed, found by identity. Lists of objects are judged object by object, so
     * the tree may be a whole document.
     */
    public static Set<ScalarNode> in(Node root) {
        Set<ScalarNode> found = Collections.newSetFromMap(new IdentityHashMap<>());
        walk(root, false, found);
        return found;
    }

    /** The values of an object that must not be printed; an item of a list of Secrets need not say that it is one. */
    public static Set<ScalarNode> in(KubeObject object) {
        Set<ScalarNode> found = in(object.root());
        for (String key : DATA) {
            Node data = object.kind().equals("Secret") ? object.root().get(key) : null;
            if (data != null) {
                walk(data, true, found);
            }
        }
        return found;
    }

    private static void walk(Node node, boolean secret, Set<ScalarNode> found) {
        switch (node) {
            case MapNode map -> entries(map, secret, found);
            case ListNode list -> items(list, secret, found);
            case RefusedNode refused -> walk(refused.original(), secret, found);
            case ScalarNode scalar -> {
                if (scalar.value() instanceof String text ? secret || text.contains(PEM) : secret && isNumber(scalar)) {
                    found.add(scalar);
                }
            }
        }
    }

    private static boolean isNumber(ScalarNode scalar) {
        return scalar.value() instanceof Number;
    }

    private static void entries(MapNode map, boolean secret, Set<ScalarNode> found) {
        boolean isSecret = "Secret".equals(map.string("kind"));
        boolean isSecretVariable = namedLikeSecret(map);
        for (int i = 0; i < map.size(); i++) {
            String key = map.key(i);
            Node value = map.value(i);
            boolean whole = secret
                    || (isSecret && holdsData(key))
                    || (isSecretVariable && key.equals("value"))
                    || key.equals(LAST_APPLIED);
            if (!whole && bears(key)) {
                flat(value, found);
            }
            walk(value, whole, found);
        }
    }

    /** A scalar under a key that sounds secret, or scalars listed there. What has keys of its own is judged by those. */
    private static void flat(Node value, Set<ScalarNode> found) {
        if (value instanceof ListNode list) {
            for (Node item : list) {
                if (item instanceof ScalarNode scalar) {
                    walk(scalar, true, found);
                }
            }
        } else if (value instanceof ScalarNode scalar) {
            walk(scalar, true, found);
        }
    }

    private static void items(ListNode list, boolean secret, Set<ScalarNode> found) {
        boolean afterFlag = false;
        for (Node item : list) {
            walk(item, secret || (afterFlag && item instanceof ScalarNode), found);
            afterFlag = isSecretFlag(item);
        }
    }

    /** An argument such as {@code --password}, whose value is the next argument. */
    private static boolean isSecretFlag(Node item) {
        return item instanceof ScalarNode scalar
                && scalar.value() instanceof String text
                && text.startsWith("-")
                && text.indexOf('=') < 0
                && text.indexOf(' ') < 0
                && bears(text);
    }

    /** The tree with what must not be printed replaced; the very same node where there is nothing of the kind. */
    public static Node masked(Node root) {
        Set<ScalarNode> secrets = in(root);
        Node masked = replaced(root, secrets);
        return masked == null ? root : masked;
    }

    private static @Nullable Node replaced(Node node, Set<ScalarNode> secrets) {
        return switch (node) {
            case MapNode map -> {
                MapNode.Builder copy = null;
                for (int i = 0; i < map.size(); i++) {
                    Node other = replaced(map.value(i), secrets);
                    if (other != null && copy == null) {
                        copy = map.startCopy(i);
                    }
                    if (copy != null) {
                        copy.copy(map, i, other == null ? map.value(i) : other);
                    }
                }
                yield copy == null ? null : copy.build(map.start(), map.end());
            }
            case ListNode list -> {
                Node[] items = null;
                for (int i = 0; i < list.size(); i++) {
                    Node other = replaced(list.get(i), secrets);
                    if (other != null) {
                        items = items == null ? list.toArray() : items;
                        items[i] = other;
                    }
                }
                yield items == null ? null : list.withItems(items);
            }
            case RefusedNode refused -> replaced(refused.original(), secrets);
            case ScalarNode scalar -> replaced(scalar, secrets);
        };
    }

    private static @Nullable Node replaced(ScalarNode scalar, Set<ScalarNode> secrets) {
        if (secrets.contains(scalar)) {
            return new ScalarNode(scalar.start(), scalar.end(), MASK);
        }
        if (scalar.value() instanceof String text) {
            String masked = SecretText.masked(text);
            if (!masked.equals(text)) {
                return new ScalarNode(scalar.start(), scalar.end(), masked);
            }
        }
        return null;
    }
}
