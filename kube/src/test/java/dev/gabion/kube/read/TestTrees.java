package dev.gabion.kube.read;

import dev.gabion.kube.tree.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
            throw new IllegalArgumentException(e.text() + " at byte " + e.offset(), e);
        }
    }

    public static Node yaml(String text) {
        try {
            return Objects.requireNonNull(new YamlTree(Limits.DEFAULT)
                    .parse(text.getBytes(StandardCharsets.UTF_8))
                    .root());
        } catch (SyntaxException e) {
            throw new IllegalArgumentException(e.text() + " at byte " + e.offset(), e);
        }
    }

    /** Every document of a text, parsed as if it were a file of that name. */
    public static List<ReadDocument> documents(String name, byte[] text) {
        return documents(name, text, Limits.DEFAULT);
    }

    public static List<ReadDocument> documents(String name, String text) {
        return documents(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public static List<ReadDocument> documents(String name, byte[] text, Limits limits) {
        return documents(name, new ByteArrayInputStream(text), limits);
    }

    public static List<ReadDocument> documents(String name, InputStream in, Limits limits) {
        DocumentParser parser = new DocumentParser(limits);
        return chunks(name, in, limits).stream().map(parser::parse).toList();
    }

    /** The documents of a file on disk. */
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

    static List<Chunk> chunks(String name, InputStream in, Limits limits) {
        List<Chunk> all = new ArrayList<>();
        try (Documents documents = Documents.of(new InputFile(null, name, true, false), in, limits)) {
            for (Chunk chunk = documents.next(); chunk != null; chunk = documents.next()) {
                all.add(chunk);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** The only object of a YAML text. */
    public static KubeObject object(String yaml) {
        List<KubeObject> all = new ArrayList<>();
        documents("test.yaml", yaml).forEach(d -> all.addAll(d.objects()));
        if (all.size() != 1) {
            throw new IllegalArgumentException(all.size() + " objects in: " + yaml);
        }
        return all.getFirst();
    }

    /** Delivers one byte at a time, as a slow pipe may. */
    static InputStream slowly(byte[] text) {
        return new ByteArrayInputStream(text) {
            @Override
            public int read(byte[] into, int at, int length) {
                return super.read(into, at, Math.min(1, length));
            }
        };
    }
}
