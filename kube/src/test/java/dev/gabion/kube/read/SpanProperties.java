package dev.gabion.kube.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.kube.tree.Document;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.Located;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.Position;
import dev.gabion.kube.tree.ScalarNode;
import dev.gabion.testing.Seeds;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Whatever a file holds, the span of every node cuts the node's own text out of the file's bytes, and its line and
 * column are those an editor shows.
 */
class SpanProperties {
    @Test
    void spansOfYaml_cutTheTextOfTheirValues() {
        Seeds.each(1_500, random -> check("a.yaml", new WrittenYaml(random, 1 + random.nextInt(4))));
    }

    @Test
    void spansOfConcatenatedJson_cutTheTextOfTheirValues() {
        Seeds.each(1_000, random -> check("a.json", new WrittenJson(random, 1 + random.nextInt(4), false)));
    }

    @Test
    void spansOfLineDelimitedJson_cutTheTextOfTheirValues() {
        Seeds.each(500, random -> check("<stdin>", new WrittenJson(random, 1 + random.nextInt(4), true)));
    }

    private static void check(String name, Written written) throws SyntaxException {
        byte[] file = written.bytes();
        List<Chunk> chunks = TestTrees.chunks(name, new ByteArrayInputStream(file), Limits.DEFAULT);
        assertThat(chunks).hasSize(written.document);
        for (Chunk chunk : chunks) {
            assertThat(slice(file, chunk.offset(), chunk.offset() + chunk.bytes().length))
                    .isEqualTo(text(chunk.bytes()));
            Node root = Objects.requireNonNull(
                    chunk.syntax() == Chunk.Syntax.YAML
                            ? new YamlTree(Limits.DEFAULT).parse(chunk.bytes()).root()
                            : new JsonTree(Limits.DEFAULT).parse(chunk.bytes()).root(),
                    () -> written.out.toString());
            Document document = new Document(name, chunk.index(), chunk.offset(), chunk.start(), chunk.bytes());
            for (Written.Value value : written.values) {
                if (value.document() == chunk.index()) {
                    check(written.out.toString(), file, document, root, value);
                }
            }
        }
    }

    private static void check(String text, byte[] file, Document document, Node root, Written.Value value) {
        Node node = Objects.requireNonNull(value.path().in(root), value::toString);
        String what = value + " of\n" + text;
        assertThat(slice(file, document.offset() + node.start(), document.offset() + node.end()))
                .as(what)
                .isEqualTo(text.substring(value.start(), value.end()));
        assertThat(document.position(node.start())).as(what).isEqualTo(position(text, value.start()));
        assertThat(document.endLine(node.start(), node.end()))
                .as(what)
                .isEqualTo(
                        position(text, Math.max(value.start(), value.end() - 1)).line());
        if (value.text() != null) {
            assertThat(node).as(what).isEqualTo(ScalarNode.unwritten(value.text()));
        }
        Located located = Located.find(root, value.path());
        int from = value.keyStart() < 0 ? value.start() : value.keyStart();
        assertThat(located.missing()).as(what).isFalse();
        assertThat(slice(file, document.offset() + located.start(), document.offset() + located.end()))
                .as(what)
                .isEqualTo(text.substring(from, Math.max(value.end(), from)));
        if (value.keyStart() >= 0) {
            checkKey(text, file, document, root, value);
        }
    }

    private static void checkKey(String text, byte[] file, Document document, Node root, Written.Value value) {
        List<FieldPath.Step> steps = value.path().steps();
        MapNode map = (MapNode) Objects.requireNonNull(
                FieldPath.of(steps.subList(0, steps.size() - 1)).in(root));
        int entry = map.indexOf(((FieldPath.Step.Key) steps.getLast()).name());
        assertThat(slice(file, document.offset() + map.keyStart(entry), document.offset() + map.keyEnd(entry)))
                .isEqualTo(text.substring(value.keyStart(), value.keyEnd()));
        assertThat(document.position(map.keyStart(entry))).isEqualTo(position(text, value.keyStart()));
    }

    /** Counted from the text alone; a byte order mark is no column. */
    private static Position position(String text, int at) {
        String before = text.substring(text.startsWith("\uFEFF") ? 1 : 0, at);
        int lineStart = before.lastIndexOf('\n') + 1;
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Position(line, before.codePointCount(lineStart, before.length()) + 1);
    }

    private static String slice(byte[] file, long start, long end) {
        return text(Arrays.copyOfRange(file, (int) start, (int) end));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
