package dev.gabion.cli;

import dev.gabion.finding.Diagnostic;
import dev.gabion.kube.read.Chunk;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code .gabion.yaml}, searched upward from the first path to the root of the repository. Its keys are long option
 * names, and {@code params} of controls. A scanned tree may be hostile, so it cannot choose what is written where, what
 * is run, or which controls are loaded; and that it was used is part of the report. Source: rulings, section 3.11.
 */
final class Configuration {
    private static final String FILE = ".gabion.yaml";
    private static final Set<String> NOT_HERE =
            Set.of("output", "controls", "write-baseline", "help", "no-config", "quiet", "progress");

    private final Map<String, MapNode> params = new LinkedHashMap<>();
    private final List<String> used = new ArrayList<>();
    private @Nullable Path file;

    private Configuration() {}

    /** Finds and applies the configuration; options of the command line win. */
    static Configuration apply(Arguments arguments) throws IOException, UsageException {
        Configuration configuration = new Configuration();
        if (arguments.has("no-config")) {
            return configuration;
        }
        Path file = find(arguments.rest().isEmpty() ? "." : arguments.rest().getFirst());
        if (file != null) {
            configuration.file = file;
            configuration.read(file, arguments);
        }
        return configuration;
    }

    private static @Nullable Path find(String first) {
        Path start = Path.of(first.equals("-") ? "." : first).toAbsolutePath().normalize();
        for (Path at = start; at != null; at = at.getParent()) {
            Path candidate = at.resolve(FILE);
            if (Files.isRegularFile(candidate)) {
                return candidate;
            }
            if (Files.exists(at.resolve(".git"))) {
                return null;
            }
        }
        return null;
    }

    private void read(Path path, Arguments arguments) throws IOException, UsageException {
        Node root;
        try {
            root = DocumentParser.tree(Files.readAllBytes(path), Chunk.Syntax.YAML);
        } catch (IllegalArgumentException e) {
            throw new UsageException(path + ": " + e.getMessage());
        }
        if (root == null) {
            return;
        }
        if (!(root instanceof MapNode map)) {
            throw new UsageException(path + ": want a map of options");
        }
        for (int i = 0; i < map.size(); i++) {
            entry(path, map.key(i), map.value(i), arguments);
        }
    }

    private void entry(Path path, String key, Node value, Arguments arguments) throws UsageException {
        if (key.equals("params")) {
            params(path, value);
            used.add(key);
            return;
        }
        Option option = null;
        for (Option known : CommandTable.options(arguments.command())) {
            option = known.name().equals(key) ? known : option;
        }
        if (NOT_HERE.contains(key)) {
            throw new UsageException(path + ": \"" + key + "\" may only be given on the command line");
        }
        if (option == null) {
            throw new UsageException(path + ": unknown option \"" + key + "\"");
        }
        List<String> values = new ArrayList<>();
        for (Node item : value instanceof ListNode list ? list : ListNode.of(List.of(value))) {
            if (!(item instanceof ScalarNode scalar) || scalar.isNull()) {
                throw new UsageException(path + ": \"" + key + "\" wants a value or a list of values");
            }
            values.add(String.valueOf(scalar.value()));
        }
        if (option.isSwitch() && values.equals(List.of("false"))) {
            return;
        }
        if (!arguments.has(key)) {
            arguments.configure(key, values);
            used.add(key);
        }
    }

    private void params(Path path, Node value) throws UsageException {
        if (!(value instanceof MapNode map)) {
            throw new UsageException(path + ": \"params\" wants a map of controls");
        }
        for (int i = 0; i < map.size(); i++) {
            if (!(map.value(i) instanceof MapNode values)) {
                throw new UsageException(path + ": \"params\" of " + map.key(i) + " wants a map");
            }
            params.put(map.key(i), values);
        }
    }

    /** Overrides of parameters, by control. */
    Map<String, MapNode> params() {
        return params;
    }

    /** A line of the report that says what the configuration decided; null where it decided nothing. */
    @Nullable
    Diagnostic diagnostic() {
        Path from = file;
        if (from == null || used.isEmpty()) {
            return null;
        }
        Path here = Path.of("").toAbsolutePath();
        String name = (from.startsWith(here) ? here.relativize(from) : from).toString();
        return new Diagnostic(
                "info",
                "configuration",
                name,
                0,
                0,
                "options taken from it: " + String.join(", ", used),
                "--no-config ignores it");
    }
}
