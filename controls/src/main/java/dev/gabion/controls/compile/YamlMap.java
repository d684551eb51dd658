package dev.gabion.controls.compile;

import dev.gabion.kube.tree.Document;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.Position;
import dev.gabion.kube.tree.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A map of a control's file, read field by field; what does not fit is reported at its place. */
final class YamlMap {
    private final Document document;
    private final MapNode map;
    private final Consumer<ControlProblem> problems;

    YamlMap(Document document, MapNode map, Consumer<ControlProblem> problems) {
        this.document = document;
        this.map = map;
        this.problems = problems;
    }

    MapNode node() {
        return map;
    }

    boolean has(String key) {
        return map.has(key);
    }

    /** Reports keys outside the set. */
    void allow(Set<String> keys) {
        for (int i = 0; i < map.size(); i++) {
            if (!keys.contains(map.key(i))) {
                report(map.keyStart(i), "unknown key \"" + map.key(i) + "\"");
            }
        }
    }

    String required(String key) {
        String text = optional(key);
        if (text == null && !map.has(key)) {
            report(map.start(), "the key \"" + key + "\" is missing");
        }
        return text == null ? "" : text;
    }

    @Nullable
    String optional(String key) {
        int at = map.indexOf(key);
        if (at < 0) {
            return null;
        }
        if (map.value(at) instanceof ScalarNode s && s.value() instanceof String text) {
            return text.strip();
        }
        report(map.keyStart(at), "\"" + key + "\" must be a string");
        return null;
    }

    boolean flag(String key, boolean otherwise) {
        int at = map.indexOf(key);
        if (at < 0) {
            return otherwise;
        }
        if (map.value(at) instanceof ScalarNode s && s.value() instanceof Boolean value) {
            return value;
        }
        report(map.keyStart(at), "\"" + key + "\" must be true or false");
        return otherwise;
    }

    /** A list of strings; a single string counts as a list of one. */
    List<String> strings(String key) {
        int at = map.indexOf(key);
        if (at < 0) {
            return List.of();
        }
        Node value = map.value(at);
        List<String> all = new ArrayList<>();
        for (Node item : value instanceof ListNode list ? list : ListNode.of(List.of(value))) {
            if (item instanceof ScalarNode s && s.value() instanceof String text) {
                all.add(text);
            } else {
                report(map.keyStart(at), "\"" + key + "\" must be a list of strings");
            }
        }
        return all;
    }

    @Nullable
    YamlMap map(String key) {
        int at = map.indexOf(key);
        if (at < 0) {
            return null;
        }
        if (map.value(at) instanceof MapNode inner) {
            return new YamlMap(document, inner, problems);
        }
        report(map.keyStart(at), "\"" + key + "\" must be a map");
        return null;
    }

    List<YamlMap> maps(String key) {
        int at = map.indexOf(key);
        if (at < 0) {
            return List.of();
        }
        List<YamlMap> all = new ArrayList<>();
        if (!(map.value(at) instanceof ListNode list)) {
            report(map.keyStart(at), "\"" + key + "\" must be a list");
            return all;
        }
        for (Node item : list) {
            if (item instanceof MapNode inner) {
                all.add(new YamlMap(document, inner, problems));
            } else {
                report(item.start(), "an item of \"" + key + "\" must be a map");
            }
        }
        return all;
    }

    /** Reports something at a key, or at the map where the key is absent. */
    void reportAt(String key, String message) {
        int at = map.indexOf(key);
        report(at < 0 ? map.start() : map.keyStart(at), message);
    }

    /** Reports something about the map as a whole to another list. */
    void reportTo(List<ControlProblem> others, String message) {
        Position place = document.position(Math.max(map.start(), 0));
        others.add(new ControlProblem(document.file(), place.line(), place.column(), message));
    }

    /** Reports something inside the text of a string value, at a line and column of that text. */
    void reportIn(String key, int line, int column, String message) {
        int at = map.indexOf(key);
        if (at < 0) {
            report(map.start(), message);
            return;
        }
        Position start = document.position(map.value(at).start());
        byte[] bytes = document.bytes();
        byte first = bytes == null ? 0 : bytes[map.value(at).start()];
        if (first == '|' || first == '>') {
            problems.accept(new ControlProblem(document.file(), start.line() + line, column, message));
            return;
        }
        int quote = first == '"' || first == '\'' ? 1 : 0;
        int shift = line == 1 ? start.column() - 1 + quote : 0;
        problems.accept(new ControlProblem(document.file(), start.line() + line - 1, column + shift, message));
    }

    private void report(int offset, String message) {
        Position place = document.position(Math.max(offset, 0));
        problems.accept(new ControlProblem(document.file(), place.line(), place.column(), message));
    }
}
