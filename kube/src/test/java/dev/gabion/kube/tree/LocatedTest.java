package dev.gabion.kube.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.kube.read.TestTrees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a finding points when its field is there, and when it is not. */
class LocatedTest {
    private static final String TEXT = """
            metadata:
              "quoted: key": &m é
              'single': *m
            spec:
              hostPID: true
              empty:
              list: &l
                - name: a
                  image: x
                - b
                -
              flow: {k: [1, 2]}
              alias: *l
            """;

    private final MapNode root = (MapNode) TestTrees.yaml(TEXT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spec.hostPID | hostPID: true",
                "metadata[\"quoted: key\"] | \"quoted: key\": &m é",
                "spec.list[0].image | image: x",
                "spec.list[0] | name: a\\n      image: x",
                "spec.list[1] | b",
                "spec.flow.k | k: [1, 2]",
                "spec.flow.k[1] | 2",
                "spec.empty | empty:"
            })
    void fieldThatIsThere_isItsKeyAndValue(String path, String expected) {
        Located located = Located.find(root, FieldPath.parse(path));
        assertThat(located.missing()).isFalse();
        assertThat(text(located)).isEqualTo(expected.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spec.hostNetwork | spec:",
                "spec.securityContext.runAsUser | spec:",
                "spec.list[0].securityContext.privileged | name: a",
                "spec.list[9].image | list:",
                "spec.list[1].image | b",
                "spec.hostPID.deeper | hostPID: true",
                "spec.empty.deeper | empty:",
                "spec.flow.k[0].x | 1",
                "metadata.labels[\"a.b/c\"] | metadata:"
            })
    void fieldThatIsMissing_isTheDeepestKeyAboveIt(String path, String begins) {
        Located located = Located.find(root, FieldPath.parse(path));
        assertThat(located.missing()).isTrue();
        assertThat(text(located)).startsWith(begins);
    }

    @Test
    void nothingOfThePath_isTheWholeDocument() {
        Located located = Located.find(root, FieldPath.parse("status.phase"));
        assertThat(located).returns(root.start(), Located::start).returns(root.end(), Located::end);
        assertThat(located.missing()).isTrue();
        assertThat(located.node().same(root)).isTrue();
    }

    @Test
    void rootPath_isTheWholeDocument() {
        assertThat(Located.find(root, FieldPath.ROOT)).isEqualTo(new Located(root.start(), root.end(), false, root));
    }

    @Test
    void aliasedValue_isShownAtTheKeyOfTheAlias_andItsPartsAtTheAnchor() {
        Located alias = Located.find(root, FieldPath.parse("spec.alias"));
        assertThat(text(alias)).isEqualTo("alias");
        assertThat(alias.missing()).isFalse();
        assertThat(text(Located.find(root, FieldPath.parse("spec.alias[0].image"))))
                .isEqualTo("image: x");
        assertThat(text(Located.find(root, FieldPath.parse("metadata.single")))).isEqualTo("'single'");
    }

    @Test
    void mergedEntry_isShownWhereItIsWritten() {
        String text = "base: &b {k: v}\nuse:\n  <<: *b\n";
        Located located = Located.find(TestTrees.yaml(text), FieldPath.parse("use.k"));
        assertThat(text.substring(located.start(), located.end())).isEqualTo("k: v");
    }

    @Test
    void default_isMissing_andItsValueIsGiven() {
        MapNode strategy = MapNode.builder()
                .put("type", "RollingUpdate")
                .put("rollingUpdate", MapNode.builder().put("maxSurge", "25%").build())
                .build();
        MapNode prepared = root.with("spec", ((MapNode) root.value(1)).with("strategy", strategy));
        for (String path :
                new String[] {"spec.strategy", "spec.strategy.type", "spec.strategy.rollingUpdate.maxSurge"}) {
            FieldPath field = FieldPath.parse(path);
            Located located = Located.find(prepared, field);
            assertThat(located.missing()).as(path).isTrue();
            assertThat(text(located)).as(path).startsWith("spec:");
            assertThat(located.node()).as(path).isEqualTo(field.in(prepared));
        }
    }

    @Test
    void defaultForAnEmptyString_isShownAtItsKey() {
        MapNode spec = (MapNode) root.value(1);
        int at = spec.indexOf("hostPID");
        MapNode.Builder copy = spec.startCopy(spec.size());
        copy.copy(spec, at, ScalarNode.unwritten("default"));
        MapNode prepared = root.with("spec", copy.build(spec.start(), spec.end()));
        Located located = Located.find(prepared, FieldPath.parse("spec.hostPID"));
        assertThat(located.missing()).isFalse();
        assertThat(text(located)).isEqualTo("hostPID");
    }

    @Test
    void refusedValue_isShownWhereItIsWritten() {
        MapNode spec = (MapNode) root.value(1);
        RefusedNode refused = new RefusedNode(spec, "spec: want list, have map");
        MapNode prepared = root.with("spec", refused);
        assertThat(text(Located.find(prepared, FieldPath.parse("spec.hostPID"))))
                .isEqualTo("hostPID: true");
        assertThat(Located.find(prepared, FieldPath.parse("spec")).node()).isSameAs(refused);
    }

    @Test
    void treeThatStandsInNoFile_isMissingThroughout() {
        Located located = Located.find(MapNode.builder().put("a", 1L).build(), FieldPath.parse("a"));
        assertThat(located).returns(true, Located::missing).returns(Node.NOWHERE, Located::start);
    }

    private static String text(Located located) {
        byte[] bytes = TEXT.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new String(
                bytes, located.start(), located.end() - located.start(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
