package dev.gabion.kube.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of {@code .gabionignore} files, in gitignore syntax. A file deeper in the tree overrides one above it,
 * and within a file the last matching line wins.
 */
final class IgnoreRules {
    static final String FILE = ".gabionignore";

    private final @Nullable IgnoreRules outer;
    private final Path directory;
    private final List<Rule> rules;

    private record Rule(Pattern pattern, boolean negated, boolean directoriesOnly) {}

    private IgnoreRules(@Nullable IgnoreRules outer, Path directory, List<Rule> rules) {
        this.outer = outer;
        this.directory = directory;
        this.rules = rules;
    }

    /** The rules that hold in a directory, given those that hold above it; null where there are none. */
    static @Nullable IgnoreRules in(Path directory, @Nullable IgnoreRules outer) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return outer;
        }
        List<Rule> rules = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Rule rule = rule(line);
            if (rule != null) {
                rules.add(rule);
            }
        }
        return new IgnoreRules(outer, directory, rules);
    }

    boolean ignores(Path path, boolean isDirectory) {
        String relative = directory.relativize(path).toString().replace('\\', '/');
        for (int i = rules.size() - 1; i >= 0; i--) {
            Rule rule = rules.get(i);
            if ((isDirectory || !rule.directoriesOnly)
                    && rule.pattern.matcher(relative).matches()) {
                return !rule.negated;
            }
        }
        return outer != null && outer.ignores(path, isDirectory);
    }

    private static @Nullable Rule rule(String line) {
        String text = line.stripTrailing();
        if (text.isEmpty() || text.startsWith("#")) {
            return null;
        }
        boolean negated = text.startsWith("!");
        text = negated ? text.substring(1) : text;
        boolean directoriesOnly = text.endsWith("/");
        text = directoriesOnly ? text.substring(0, text.length() - 1) : text;
        boolean anchored = text.indexOf('/') >= 0;
        text = text.startsWith("/") ? text.substring(1) : text;
        return new Rule(Pattern.compile((anchored ? "" : "(?:.*/)?") + regex(text)), negated, directoriesOnly);
    }

    private static String regex(String glob) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < glob.length()) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                out.append("(?:.*/)?");
                i += 3;
            } else if (glob.startsWith("**", i)) {
                out.append(".*");
                i += 2;
            } else if (c == '*') {
                out.append("[^/]*");
                i++;
            } else if (c == '?') {
                out.append("[^/]");
                i++;
            } else if (c == '[' && glob.indexOf(']', i) > i) {
                int end = glob.indexOf(']', i);
                String set = glob.substring(i + 1, end);
                out.append('[')
                        .append(set.startsWith("!") ? "^" + quoteSet(set.substring(1)) : quoteSet(set))
                        .append(']');
                i = end + 1;
            } else {
                if (c == '\\' && i + 1 < glob.length()) {
                    i++;
                    c = glob.charAt(i);
                }
                out.append(Pattern.quote(String.valueOf(c)));
                i++;
            }
        }
        return out.toString();
    }

    private static String quoteSet(String set) {
        return set.replace("\\", "\\\\").replace("[", "\\[").replace("&", "\\&").replace("^", "\\^");
    }
}
