package dev.gabion.kube.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No document makes reading slow. The times are far above what is measured and far below what a quadratic loop takes on
 * these inputs.
 */
class HostileInputTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void millionTinyDocuments_areCutAndParsedInBoundedTime() {
        byte[] text = "---\na: 1\n".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(SOON, () -> {
            assertThat(count("a.yaml", text)).isEqualTo(1_000_000);
            assertThat(count("a.yaml", "---\n".repeat(1_000_000).getBytes(StandardCharsets.UTF_8)))
                    .isZero();
            assertThat(count("a.json", "{\"a\":1}\n".repeat(1_000_000).getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(1_000_000);
        });
        List<ReadDocument> some = TestTrees.documents("a.yaml", "---\na: 1\n".repeat(50_000));
        assertThat(some).hasSize(50_000);
        assertThat(some.getLast().document().firstLine()).isEqualTo(99_999);
    }

    private static int count(String name, byte[] text) throws IOException {
        InputFile file = new InputFile(null, name, true, false);
        int count = 0;
        try (Documents documents = Documents.of(file, new ByteArrayInputStream(text), Limits.DEFAULT)) {
            while (documents.next() != null) {
                count++;
            }
        }
        return count;
    }

    static Stream<Arguments> yaml() {
        int million = 1_000_000;
        return Stream.of(
                Arguments.of("one long plain scalar", "a: " + "x".repeat(8 * million)),
                Arguments.of("one long quoted scalar", "a: \"" + "x".repeat(8 * million) + "\""),
                Arguments.of("one long unclosed scalar", "a: '" + "x".repeat(8 * million)),
                Arguments.of("one long comment", "#" + "x".repeat(8 * million)),
                Arguments.of("one long run of spaces", "a: x" + " ".repeat(8 * million) + "y"),
                Arguments.of("one long key", "x".repeat(4 * million) + ": 1"),
                Arguments.of("one long anchor", "a: &" + "x".repeat(4 * million) + " b"),
                Arguments.of("one long tag", "a: !" + "x".repeat(4 * million) + " b"),
                Arguments.of("many colons", "a" + ":".repeat(million)),
                Arguments.of("many blank lines", "a:" + "\n".repeat(4 * million) + " b"),
                Arguments.of("many directives", "%FOO\n".repeat(million / 4) + "---\na: 1"),
                Arguments.of("many anchors", "[" + "&a é, ".repeat(million / 4) + "]"),
                Arguments.of("many duplicate keys on one line", "{é: 1, " + "a: 1, ".repeat(million / 4) + "}"),
                Arguments.of("many merges", "{" + "<<: {a: 1}, ".repeat(million / 10) + "}"),
                Arguments.of("many aliases in deep nesting", deepAliases()),
                Arguments.of("many escapes", "\"" + "\\u00e9".repeat(million / 2) + "\""));
    }

    private static String deepAliases() {
        StringBuilder text = new StringBuilder("- &x 1\n- ");
        for (int i = 0; i < 900; i++) {
            text.append("&a").append(i).append(" [");
        }
        return text.append("*x, ".repeat(200_000)).append("]".repeat(900)).toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("yaml")
    void yaml_isReadOrRefusedInBoundedTime(String what, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(
                SOON,
                () -> assertThat(TestTrees.documents("a.yaml", bytes)).as(what).hasSizeLessThanOrEqualTo(1));
    }

    static Stream<Arguments> json() {
        int million = 1_000_000;
        return Stream.of(
                Arguments.of("many opening lines", "{\"a\":\n".repeat(million)),
                Arguments.of("many opening lines in lists", "[\n".repeat(million)),
                Arguments.of("deep, then long", "{\"a\":\n".repeat(900) + "[" + "{},\n".repeat(million)),
                Arguments.of("many quotes", "{\"a\": \"\n".repeat(million / 2)),
                Arguments.of("many backslashes", "{\"a\": \"" + "\\".repeat(4 * million)),
                Arguments.of("many commas", ",".repeat(8 * million)),
                Arguments.of("many closing brackets", "}".repeat(4 * million)),
                Arguments.of("many duplicate keys on one line", "{\"é\": 1" + ", \"a\": 1".repeat(million / 2) + "}"),
                Arguments.of("garbage", "x\n".repeat(4 * million)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("json")
    void json_isReadOrRefusedInBoundedTime(String what, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (String name : List.of("a.json", "<stdin>")) {
            assertTimeoutPreemptively(
                    SOON,
                    () -> TestTrees.chunks(name, new ByteArrayInputStream(bytes), new Limits(1 << 20, 1_000, 1_000)),
                    what);
            assertTimeoutPreemptively(
                    SOON, () -> TestTrees.chunks(name, new ByteArrayInputStream(bytes), Limits.DEFAULT), what);
        }
    }

    @Test
    void keysChosenToCollide_areStillFoundQuickly() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < 1 << 16; i++) {
            text.append('"');
            for (int bit = 0; bit < 16; bit++) {
                text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            text.append("\": ").append(i).append(", ");
        }
        String document = text.append("\"end\": 0}").toString();
        assertTimeoutPreemptively(SOON, () -> {
            for (Node node :
                    List.of(TestTrees.yaml(document), TestTrees.json(document.getBytes(StandardCharsets.UTF_8)))) {
                MapNode map = (MapNode) node;
                for (int i = 0; i < map.size(); i++) {
                    assertThat(map.indexOf(map.key(i))).isEqualTo(i);
                }
            }
        });
    }
}
