package dev.gabion.finding.baseline;

import dev.gabion.finding.Finding;
import dev.gabion.finding.FixOperation;
import dev.gabion.finding.ObjectReference;
import dev.gabion.finding.Place;
import dev.gabion.finding.Severity;
import dev.gabion.finding.Verdict;
import dev.gabion.finding.Why;
import dev.gabion.kube.tree.JsonText;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads findings back from a JSON report or a baseline. */
final class FindingReader {
    private FindingReader() {}

    static Finding finding(Node item) throws IOException {
        if (!(item instanceof MapNode map)) {
            throw new IOException("a finding is not an object");
        }
        Verdict verdict = Verdict.of(text(map, "verdict", "fail"));
        Severity severity = Severity.of(text(map, "severity", "info"));
        if (verdict == null || severity == null) {
            throw new IOException("a finding has an unknown verdict or severity");
        }
        return new Finding(
                required(map, "control"),
                verdict,
                severity,
                text(map, "message", ""),
                why(map.string("why")),
                object(map.map("object")),
                map.string("container"),
                text(map, "path", ""),
                new Place(
                        text(map, "file", ""),
                        number(map, "document"),
                        number(map, "line"),
                        number(map, "column"),
                        number(map, "endLine"),
                        flag(map, "missing")),
                json(map.get("value")),
                json(map.get("expected")),
                fixes(map),
                required(map, "fingerprint"),
                null,
                map.string("exception"));
    }

    private static String required(MapNode map, String key) throws IOException {
        String text = map.string(key);
        if (text == null) {
            throw new IOException("a finding has no \"" + key + "\"");
        }
        return text;
    }

    private static String text(MapNode map, String key, String otherwise) {
        String text = map.string(key);
        return text == null ? otherwise : text;
    }

    private static int number(MapNode map, String key) {
        return map.get(key) instanceof ScalarNode s && s.value() instanceof Long value ? value.intValue() : 0;
    }

    private static boolean flag(MapNode map, String key) {
        return map.get(key) instanceof ScalarNode s && Boolean.TRUE.equals(s.value());
    }

    private static @Nullable String json(@Nullable Node node) {
        return node == null || (node instanceof ScalarNode s && s.isNull()) ? null : JsonText.of(node);
    }

    private static @Nullable Why why(@Nullable String text) {
        int colon = text == null ? -1 : text.indexOf(": ");
        for (Why.Kind kind : Why.Kind.values()) {
            if (colon > 0 && text != null && text.substring(0, colon).equals(kind.word())) {
                return new Why(kind, text.substring(colon + 2));
            }
        }
        return null;
    }

    private static ObjectReference object(@Nullable MapNode map) {
        return map == null
                ? new ObjectReference("", "", null, null)
                : new ObjectReference(
                        text(map, "apiVersion", ""),
                        text(map, "kind", ""),
                        map.string("namespace"),
                        map.string("name"));
    }

    private static List<FixOperation> fixes(MapNode map) {
        List<FixOperation> fixes = new ArrayList<>();
        for (Node item : map.list("fix")) {
            if (item instanceof MapNode fix) {
                fixes.add(new FixOperation(text(fix, "op", ""), text(fix, "path", ""), json(fix.get("value"))));
            }
        }
        return fixes;
    }
}
