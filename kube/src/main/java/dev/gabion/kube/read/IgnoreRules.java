package dev.gabion.kube.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of {@code .gabionignore} files, in gitignore syntax. A file deeper in the tree overrides one above it,
 * and within a file the last matching line wins.
 */
final class IgnoreRules {
    static final String FILE = ".gabionignore";

    private static final int LARGEST_FILE = 1 << 20;

    private final @Nullable IgnoreRules outer;
    private final Path directory;
    private final List<Rule> rules;

    private record Rule(Glob glob, boolean negated, boolean directoriesOnly) {}

    private IgnoreRules(@Nullable IgnoreRules outer, Path directory, List<Rule> rules) {
        this.outer = outer;
        this.directory = directory;
        this.rules = rules;
    }

    /** The rules that hold in a directory, given those that hold above it; null where there are none. */
    static @Nullable IgnoreRules in(Path directory, @Nullable IgnoreRules outer) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return outer;
        }
        List<Rule> rules = new ArrayList<>();
        text(file).lines().forEach(line -> {
            Rule rule = rule(line);
            if (rule != null) {
                rules.add(rule);
            }
        });
        return new IgnoreRules(outer, directory, rules);
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new IOException("larger than " + (LARGEST_FILE >> 20) + " MiB");
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
    }

    boolean ignores(Path path, boolean isDirectory) {
        String relative = directory.relativize(path).toString().replace('\\', '/');
        for (int i = rules.size() - 1; i >= 0; i--) {
            Rule rule = rules.get(i);
            if ((isDirectory || !rule.directoriesOnly) && rule.glob.matches(relative)) {
                return !rule.negated;
            }
        }
        return outer != null && outer.ignores(path, isDirectory);
    }

    private static @Nullable Rule rule(String line) {
        String text = withoutTrailingSpaces(line);
        if (text.startsWith("#")) {
            return null;
        }
        boolean negated = text.startsWith("!");
        text = negated ? text.substring(1) : text;
        boolean directoriesOnly = text.endsWith("/");
        text = directoriesOnly ? text.substring(0, text.length() - 1) : text;
        boolean anchored = text.indexOf('/') >= 0;
        text = text.startsWith("/") ? text.substring(1) : text;
        return text.isEmpty() ? null : new Rule(Glob.parse(anchored ? text : "**/" + text), negated, directoriesOnly);
    }

    private static String withoutTrailingSpaces(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && (end < 2 || line.charAt(end - 2) != '\\')) {
            end--;
        }
        return line.substring(0, end);
    }
}
