package dev.gabion.controls.exception;

import dev.gabion.kube.read.Chunk;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.kube.read.Documents;
import dev.gabion.kube.read.InputFile;
import dev.gabion.kube.read.Limits;
import dev.gabion.kube.read.ReadDocument;
import dev.gabion.kube.tree.Document;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads an {@code ExceptionList}. A document that is no such list, or a key that is unknown, is an error of the file: a
 * misspelt condition would widen an exception. An entry that lacks a reason, has a bad date or names no known control is
 * kept, reported as invalid, and covers nothing. Source: scanning specification, section 5.
 */
final class ExceptionFile {
    private static final Set<String> MATCH_KEYS =
            Set.of("cluster", "namespaces", "kinds", "names", "labels", "containers", "files");

    private final String file;
    private final Predicate<String> knownControl;
    private final List<Waiver.Terms> all = new ArrayList<>();
    private boolean expiryRequired = true;

    private ExceptionFile(String file, Predicate<String> knownControl) {
        this.file = file;
        this.knownControl = knownControl;
    }

    static List<Waiver.Terms> read(Path path, String name, Predicate<String> knownControl) throws IOException {
        ExceptionFile reader = new ExceptionFile(name, knownControl);
        DocumentParser parser = new DocumentParser(Limits.DEFAULT);
        try (Documents documents = Documents.open(new InputFile(path, name, true, false), Limits.DEFAULT)) {
            for (Chunk chunk = documents.next(); chunk != null; chunk = documents.next()) {
                reader.document(parser.parse(chunk));
            }
        }
        return reader.all;
    }

    private void document(ReadDocument read) throws IOException {
        if (!read.problems().isEmpty()) {
            var problem = read.problems().getFirst();
            throw wrong(problem.line(), problem.message());
        }
        if (read.objects().size() != 1 || !read.objects().getFirst().kind().equals("ExceptionList")) {
            throw wrong(read.document().firstLine(), "want a document of kind: ExceptionList");
        }
        Document document = read.document();
        MapNode root = read.objects().getFirst().root();
        allow(document, root, Set.of("apiVersion", "kind", "metadata", "expiryRequired", "exceptions"));
        if (root.get("expiryRequired") instanceof ScalarNode s) {
            expiryRequired = !Boolean.FALSE.equals(s.value());
        }
        for (Node item : root.list("exceptions")) {
            if (!(item instanceof MapNode entry)) {
                throw wrong(document.position(item.start()).line(), "an exception must be a map");
            }
            all.add(entry(document, entry));
        }
    }

    private Waiver.Terms entry(Document document, MapNode entry) throws IOException {
        allow(document, entry, Set.of("id", "controls", "match", "fields", "owner", "reason", "expires", "ticket"));
        int line = document.position(entry.start()).line();
        List<String> controls = texts(entry, "controls");
        String expires = text(entry, "expires");
        LocalDate date = date(expires);
        Waiver.Match match = match(document, entry);
        String fault = fault(controls, match, text(entry, "reason"), expires, date);
        String id = text(entry, "id");
        return new Waiver.Terms(
                id.isEmpty() ? file + ":" + line : id,
                controls,
                match,
                texts(entry, "fields"),
                text(entry, "owner"),
                text(entry, "reason"),
                date,
                text(entry, "ticket"),
                file + ":" + line,
                fault);
    }

    private @Nullable String fault(
            List<String> controls, Waiver.Match match, String reason, String expires, @Nullable LocalDate date) {
        if (controls.isEmpty()) {
            return "names no control";
        }
        for (String control : controls) {
            if (!knownControl.test(control)) {
                return "no control is called " + control;
            }
        }
        if (!match.narrows()) {
            return "\"match\" needs a condition besides cluster";
        }
        if (reason.isBlank()) {
            return "\"reason\" is missing";
        }
        if (date == null && !expires.isEmpty()) {
            return "\"expires\" is no date such as 2026-12-31";
        }
        return date == null && expiryRequired ? "\"expires\" is missing" : null;
    }

    static @Nullable LocalDate date(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Waiver.Match match(Document document, MapNode entry) throws IOException {
        MapNode match = entry.map("match");
        if (match == null) {
            return Waiver.Match.ANY;
        }
        allow(document, match, MATCH_KEYS);
        return new Waiver.Match(
                conditions(match, "cluster"),
                conditions(match, "namespaces"),
                conditions(match, "kinds"),
                conditions(match, "names"),
                labels(match),
                conditions(match, "containers"),
                conditions(match, "files"));
    }

    private static @Nullable List<String> conditions(MapNode match, String key) {
        return match.has(key) ? texts(match, key) : null;
    }

    private static @Nullable Map<String, String> labels(MapNode match) {
        MapNode labels = match.map("labels");
        if (labels == null) {
            return null;
        }
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            all.put(labels.key(i), labels.value(i).toString());
        }
        return all;
    }

    private static String text(MapNode map, String key) {
        return map.get(key) instanceof ScalarNode s && !s.isNull()
                ? String.valueOf(s.value()).strip()
                : "";
    }

    private static List<String> texts(MapNode map, String key) {
        Node value = map.get(key);
        if (value == null) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        for (Node item : value instanceof ListNode list ? list : ListNode.of(List.of(value))) {
            all.add(item.toString());
        }
        return all;
    }

    private void allow(Document document, MapNode map, Set<String> keys) throws IOException {
        for (int i = 0; i < map.size(); i++) {
            if (!keys.contains(map.key(i))) {
                throw wrong(document.position(map.keyStart(i)).line(), "unknown key \"" + map.key(i) + "\"");
            }
        }
    }

    private IOException wrong(int line, String message) {
        return new IOException(file + ":" + line + ": " + message);
    }
}
