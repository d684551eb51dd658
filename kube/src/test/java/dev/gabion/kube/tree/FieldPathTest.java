package dev.gabion.kube.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gabion.kube.read.TestTrees;
import dev.gabion.kube.tree.FieldPath.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {
    @Test
    void path_isReadStepByStep() {
        assertThat(FieldPath.parse("spec.containers[0][\"a.b/c\"].x").steps())
                .containsExactly(
                        new Step.Key("spec"),
                        new Step.Key("containers"),
                        new Step.Item(0),
                        new Step.Key("a.b/c"),
                        new Step.Key("x"));
        assertThat(FieldPath.parse("spec.containers[*].image").isPattern()).isTrue();
        assertThat(FieldPath.parse("spec.containers[1].image").isPattern()).isFalse();
        assertThat(FieldPath.parse("")).isEqualTo(FieldPath.ROOT);
    }

    @Test
    void steps_areWrittenAsTheyAreRead() {
        assertThat(FieldPath.ROOT.key("metadata").key("annotations").key("a.b/c"))
                .hasToString("metadata.annotations[\"a.b/c\"]");
        assertThat(FieldPath.ROOT.key("a\"b\\c")).hasToString("[\"a\\\"b\\\\c\"]");
        assertThat(FieldPath.ROOT.item(3).key("x")).hasToString("[3].x");
        assertThat(FieldPath.ROOT.key("")).hasToString("[\"\"]");
        assertThat(FieldPath.keys("spec", "template").plus(FieldPath.parse("spec[*]")))
                .hasToString("spec.template.spec[*]");
        assertThat(FieldPath.ROOT.plus(FieldPath.keys("a"))).isEqualTo(FieldPath.keys("a"));
        assertThat(FieldPath.of(List.of())).isSameAs(FieldPath.ROOT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ". | 1",
                ".a | 1",
                "a. | 3",
                "a..b | 3",
                "a.[0] | 3",
                "a[ | 3",
                "a[] | 3",
                "a[0 | 4",
                "a[0]b | 5",
                "a[-1] | 3",
                "a[x] | 3",
                "a[*0] | 4",
                "a[1234567890] | 13",
                "a[٣] | 3",
                "a b | 2",
                "a] | 2",
                "[\"a | 4",
                "[\"a\" | 5",
                "[\"a\"]b | 6",
                "[\"a\\ | 5",
                "é | 1"
            })
    void textThatIsNoPath_isRefusedWithItsColumn(String text, int column) {
        assertThatThrownBy(() -> FieldPath.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a field path, see column " + column + ": " + text);
    }

    @ParameterizedTest
    @CsvSource({"a.b, 1", "a.l[1], y", "'a.l[2].c', z", "'[\"d.e/f\"]', 2"})
    void path_leadsToItsNode(String path, String value) {
        Node root = TestTrees.yaml("{a: {b: 1, l: [x, 'y', {c: z}]}, d.e/f: 2}");
        assertThat(FieldPath.parse(path).in(root)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "a.x", "a.l[9]", "a.b.c", "a.b[0]", "a[0]", "[0]", "a.l.x"})
    void path_thatLeadsNowhere_hasNoNode(String path) {
        assertThat(FieldPath.parse(path).in(TestTrees.yaml("{a: {b: 1, l: [x]}}")))
                .isNull();
    }

    @Test
    void pattern_hasNoSingleNode() {
        Node root = TestTrees.yaml("[1]");
        assertThatThrownBy(() -> FieldPath.parse("[*]").in(root)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void negativeItem_cannotBeMade() {
        assertThatThrownBy(() -> FieldPath.ROOT.item(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void path_leadsThroughRefusedValues() {
        MapNode written = (MapNode) TestTrees.yaml("{a: {b: 1}}");
        Node root = written.with("a", new RefusedNode(written.value(0), "a: want list, have map"));
        assertThat(FieldPath.parse("a.b").in(root)).hasToString("1");
    }
}
