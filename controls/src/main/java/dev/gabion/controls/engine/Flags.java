package dev.gabion.controls.engine;

import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The command line of a control-plane container: which program it runs and with which flags. Reads {@code command} and
 * {@code args}, a shell's one string included, and falls back on the image's name.
 *
 * @param component the program, such as {@code kube-apiserver}
 * @param flags values by name without dashes; a flag without a value has {@code "true"}, the last of a name wins
 */
record Flags(String component, MapNode flags) {
    private static final Set<String> COMPONENTS =
            Set.of("kube-apiserver", "kube-controller-manager", "kube-scheduler", "kube-proxy", "kubelet", "etcd");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** The command line of a container that runs a known component, else null. */
    static @Nullable Flags of(MapNode container) {
        List<String> words = new ArrayList<>();
        for (String key : List.of("command", "args")) {
            for (Node item : container.list(key)) {
                if (item instanceof ScalarNode s && s.value() instanceof String text) {
                    split(text, words);
                }
            }
        }
        String component = component(words, container.string("image"));
        return component == null ? null : new Flags(component, flags(words));
    }

    private static void split(String text, List<String> into) {
        if (text.indexOf(" -") < 0) {
            into.add(text);
            return;
        }
        for (String word : BLANKS.split(text, -1)) {
            if (!word.isEmpty()) {
                into.add(word);
            }
        }
    }

    private static @Nullable String component(List<String> words, @Nullable String image) {
        for (String word : words) {
            if (!word.startsWith("-") && COMPONENTS.contains(lastPart(word))) {
                return lastPart(word);
            }
        }
        if (image == null || words.isEmpty() || !words.getFirst().startsWith("-")) {
            return null;
        }
        String name = lastPart(image);
        int end = name.indexOf(':') < 0 ? name.indexOf('@') : name.indexOf(':');
        name = end < 0 ? name : name.substring(0, end);
        return COMPONENTS.contains(name) ? name : null;
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static MapNode flags(List<String> words) {
        MapNode.Builder flags = MapNode.builder();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-")) {
                continue;
            }
            String flag = word.substring(word.startsWith("--") ? 2 : 1);
            int equals = flag.indexOf('=');
            if (equals >= 0) {
                flags.put(flag.substring(0, equals), (Object) flag.substring(equals + 1));
            } else {
                boolean valueFollows = i + 1 < words.size() && !words.get(i + 1).startsWith("-");
                flags.put(flag, (Object) (valueFollows ? words.get(i + 1) : "true"));
            }
        }
        return flags.build();
    }
}
