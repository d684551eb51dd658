package dev.gabion.controls.check;

import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Forms of names and numbers an API server accepts. */
final class Names {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern PORT = Pattern.compile("[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?");
    private static final Pattern LETTER = Pattern.compile("[a-z]");

    private Names() {}

    /** A DNS label as RFC 1123 has it. */
    static boolean isLabel(String name) {
        return LABEL.matcher(name).matches();
    }

    /** The name of a port: at most fifteen characters, with a letter, without two dashes in a row. */
    static boolean isPort(String name) {
        return PORT.matcher(name).matches() && LETTER.matcher(name).find() && !name.contains("--");
    }

    /** Whether a path has a step up. */
    static boolean climbs(@Nullable String path) {
        return path != null && Arrays.asList(path.split("/", -1)).contains("..");
    }

    /** Whether a number is given and lies outside a range. */
    static boolean isOutside(@Nullable Node node, long least, long most) {
        return node instanceof ScalarNode s && s.value() instanceof Long number && (number < least || number > most);
    }
}
