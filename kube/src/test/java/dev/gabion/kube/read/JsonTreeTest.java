package dev.gabion.kube.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTreeTest {
    static Stream<Arguments> scalars() {
        return Stream.of(
                Arguments.of("\"a\"", "a"),
                Arguments.of("\"\\u00e9\\ud83d\\ude00\"", "é😀"),
                Arguments.of("true", true),
                Arguments.of("false", false),
                Arguments.of("null", null),
                Arguments.of("0", 0L),
                Arguments.of("-0", 0L),
                Arguments.of("9223372036854775807", Long.MAX_VALUE),
                Arguments.of("9223372036854775808", 0x1p63),
                Arguments.of("1.0", 1.0),
                Arguments.of("1e3", 1000.0),
                Arguments.of("0.5", 0.5),
                Arguments.of("\"yes\"", "yes"));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void scalar_isWhatJsonSays(String json, @Nullable Object value) {
        assertThat(map("{\"a\": " + json + "}").value(0)).isEqualTo(ScalarNode.unwritten(value));
    }

    @Test
    void tree_isThatOfTheSameYaml() {
        String text = "{\"a\": [1, {\"b\": null}, []], \"c\": {}, \"\": \"x\"}";
        assertThat(TestTrees.json(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(TestTrees.yaml(text));
    }

    @Test
    void duplicateKey_isTold_andTheLastOneCounts() {
        ReadDocument document = TestTrees.documents("a.json", "{\"é\": 1,\n \"b\": 2, \"é\": 3}")
                .getFirst();
        assertThat(document.problems())
                .singleElement()
                .returns("duplicateKey", Problem::code)
                .returns(2, Problem::line)
                .returns(10, Problem::column);
        assertThat(map("{\"a\": 1, \"a\": 3}")).isEqualTo(map("{\"a\": 3}"));
    }

    @Test
    void nullOrNothing_isEmpty() throws SyntaxException {
        assertThat(parse("null").root()).isNull();
        assertThat(parse("").root()).isNull();
    }

    @Test
    void whatFollowsTheValue_isRefused_forItMightHideAnObject() {
        assertThat(refusal("true {\"kind\": \"Pod\"}"))
                .returns("jsonSyntax", SyntaxException::code)
                .returns(5, SyntaxException::offset);
        assertThat(refusal("{} x").code()).isEqualTo("jsonSyntax");
    }

    @Test
    void brokenValue_isRefusedWhereItBreaks() {
        assertThat(refusal("{\"é😀\": tru}").offset()).isBetween(11, 14);
        for (String text : List.of(
                "{",
                "[",
                "{\"a\"",
                "{\"a\": ",
                "{\"a\" 1}",
                "{'a': 1}",
                "{a: 1}",
                "[1,]",
                "{\"a\": 01}",
                "{\"a\": NaN}",
                "{\"a\": .5}",
                "{\"a\": \"\n\"}",
                "{\"a\": 1} // c",
                "\u0000",
                "{\u0000\"\u0000}")) {
            assertThat(refusal(text).code()).as(text).isEqualTo("jsonSyntax");
        }
    }

    @Test
    void nesting_of10000Levels_isRefused() {
        assertThat(refusal("[".repeat(10_000)).code()).isEqualTo("tooDeep");
        assertThat(refusal("{\"a\":".repeat(10_000)).code()).isEqualTo("tooDeep");
        assertThat(TestTrees.json(("[".repeat(1_000) + "]".repeat(1_000)).getBytes(StandardCharsets.UTF_8)))
                .isNotNull();
    }

    @Test
    void values_areCounted() throws SyntaxException {
        JsonTree tree = new JsonTree(new Limits(20_000, 10, 10));
        String ones = "[" + "1,".repeat(1_998);
        assertThat(tree.parse((ones + "1]").getBytes(StandardCharsets.UTF_8)).root())
                .isNotNull();
        assertThatThrownBy(() -> tree.parse((ones + "1,1]").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SyntaxException.class)
                .hasMessage("the document has more than 2000 values");
    }

    @Test
    void numberOfManyDigits_isRefused_andLongTextsAreNot() {
        assertThat(refusal("{\"a\": " + "9".repeat(100_000) + "}").code()).isEqualTo("valueTooLarge");
        String name = "x".repeat(100_000);
        assertThat(map("{\"" + name + "\": \"" + name + "\"}").string(name)).isEqualTo(name);
    }

    @Test
    void utf16_isNotGuessed() {
        byte[] utf16 = "{\"a\": 1}".getBytes(StandardCharsets.UTF_16LE);
        assertThatThrownBy(() -> new JsonTree(Limits.DEFAULT).parse(utf16)).isInstanceOf(SyntaxException.class);
    }

    private static MapNode map(String text) {
        Node root = TestTrees.json(text.getBytes(StandardCharsets.UTF_8));
        return (MapNode) root;
    }

    private static ParsedTree parse(String text) throws SyntaxException {
        return new JsonTree(Limits.DEFAULT).parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SyntaxException refusal(String text) {
        try {
            parse(text);
        } catch (SyntaxException e) {
            return e;
        }
        throw new AssertionError("was not refused: " + text);
    }
}
