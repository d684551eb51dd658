package dev.gabion.kube.read;

import dev.gabion.kube.tree.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Trees and objects for tests, read by the real reader. */
public final class TestTrees {
    private TestTrees() {}

    public static Node json(byte[] text) {
        try {
            return Objects.requireNonNull(
                    new JsonTree(Limits.DEFAULT).parse(text).root());
        } catch (SyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static Node yaml(String text) {
        try {
            return Objects.requireNonNull(new YamlTree(Limits.DEFAULT)
                    .parse(text.getBytes(StandardCharsets.UTF_8))
                    .root());
        } catch (SyntaxException e) {
            throw new IllegalArgumentException(e.text() + " at " + e.line() + ":" + e.column(), e);
        }
    }

    /** Every document of a text, parsed as if it were a file of that name. */
    public static List<ReadDocument> documents(String name, byte[] text) {
        return documents(name, text, Limits.DEFAULT);
    }

    public static List<ReadDocument> documents(String name, byte[] text, Limits limits) {
        try {
            Path file = Files.createTempFile("gabion", name.substring(Math.max(0, name.lastIndexOf('.'))));
            try {
                Files.write(file, text);
                return documents(new InputFile(file, name, true, false), limits);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<ReadDocument> documents(InputFile file, Limits limits) throws IOException {
        DocumentParser parser = new DocumentParser(limits);
        List<ReadDocument> all = new ArrayList<>();
        try (Documents documents = Documents.open(file, limits)) {
            for (Chunk chunk = documents.next(); chunk != null; chunk = documents.next()) {
                all.add(parser.parse(chunk));
            }
        }
        return all;
    }

    /** The only object of a YAML text. */
    public static KubeObject object(String yaml) {
        List<KubeObject> all = new ArrayList<>();
        documents("test.yaml", yaml.getBytes(StandardCharsets.UTF_8)).forEach(d -> all.addAll(d.objects()));
        if (all.size() != 1) {
            throw new IllegalArgumentException(all.size() + " objects in: " + yaml);
        }
        return all.getFirst();
    }

    static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
