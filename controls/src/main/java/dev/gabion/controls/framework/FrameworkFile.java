package dev.gabion.controls.framework;

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

/** Reads a framework from its file. Unknown keys are refused, for a misspelt one would silently weaken it. */
public final class FrameworkFile {
    private final Path file;

    private FrameworkFile(Path file) {
        this.file = file;
    }

    /** A framework's file that cannot be used. */
    public static final class FrameworkException extends IOException {
        FrameworkException(Path file, String message) {
            super(file + ": " + message);
        }
    }

    public static Framework read(Path file) throws IOException {
        return new FrameworkFile(file).read();
    }

    private Framework read() throws IOException {
        Node root;
        try {
            root = DocumentParser.tree(Files.readAllBytes(file), Chunk.Syntax.YAML);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        if (!(root instanceof MapNode map) || !"Framework".equals(map.string("kind"))) {
            throw wrong("want one document of kind: Framework");
        }
        allow(map, Set.of("apiVersion", "kind", "id", "title", "version", "podSecurity", "rows", "params"));
        List<Framework.Row> rows = new ArrayList<>();
        for (Node item : map.list("rows")) {
            rows.add(row(item));
        }
        if (rows.isEmpty()) {
            throw wrong("a framework needs rows");
        }
        return new Framework(
                text(map, "id"), text(map, "title"), text(map, "version"), rows, podSecurity(map), params(map));
    }

    private Framework.Row row(Node item) throws IOException {
        if (!(item instanceof MapNode row)) {
            throw wrong("a row must be a map");
        }
        allow(row, Set.of("id", "title", "group", "decidedBy", "alsoNeeds"));
        String group = row.has("group") ? text(row, "group") : null;
        return new Framework.Row(
                text(row, "id"), text(row, "title"), group, texts(row, "decidedBy"), texts(row, "alsoNeeds"));
    }

    private Framework.@Nullable PodSecurity podSecurity(MapNode map) throws IOException {
        MapNode level = map.map("podSecurity");
        if (level == null) {
            return null;
        }
        allow(level, Set.of("level", "overrides"));
        List<Framework.PodSecurity.Replacement> overrides = new ArrayList<>();
        for (Node item : level.list("overrides")) {
            if (!(item instanceof MapNode override)) {
                throw wrong("an override must be a map");
            }
            allow(override, Set.of("by", "replaces", "from"));
            String from = text(override, "from");
            overrides.add(new Framework.PodSecurity.Replacement(
                    text(override, "by"),
                    text(override, "replaces"),
                    PolicyVersion.parse(from).minor()));
        }
        return new Framework.PodSecurity(text(level, "level"), overrides);
    }

    private Map<String, MapNode> params(MapNode map) throws IOException {
        Map<String, MapNode> all = new LinkedHashMap<>();
        MapNode params = map.map("params");
        for (int i = 0; params != null && i < params.size(); i++) {
            if (!(params.value(i) instanceof MapNode values)) {
                throw wrong("params of " + params.key(i) + " must be a map");
            }
            all.put(params.key(i), values);
        }
        return all;
    }

    private void allow(MapNode map, Set<String> keys) throws IOException {
        for (String key : map.keys()) {
            if (!keys.contains(key)) {
                throw wrong("unknown key \"" + key + "\"");
            }
        }
    }

    private String text(MapNode map, String key) throws IOException {
        String text = map.string(key);
        if (text == null || text.isEmpty()) {
            throw wrong("the key \"" + key + "\" is missing or not a string");
        }
        return text;
    }

    private List<String> texts(MapNode map, String key) throws IOException {
        Node value = map.get(key);
        if (value == null) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        for (Node item : value instanceof ListNode list ? list : ListNode.of(List.of(value))) {
            if (!(item instanceof ScalarNode s && s.value() instanceof String text)) {
                throw wrong("\"" + key + "\" must be a list of strings");
            }
            all.add(text);
        }
        return all;
    }

    private FrameworkException wrong(String message) {
        return new FrameworkException(file, message);
    }
}
