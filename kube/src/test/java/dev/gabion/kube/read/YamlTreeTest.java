package dev.gabion.kube.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of one YAML document, whole or broken. */
class YamlTreeTest {
    @Nested
    class Merge {
        @Test
        void mergedMap_fillsInWhatIsMissing() {
            assertThat(map("base: &b {a: 1, b: 2}\nuse:\n  <<: *b\n  c: 3\n").map("use"))
                    .isEqualTo(map("{a: 1, b: 2, c: 3}"));
        }

        @Test
        void explicitKey_winsBeforeAndAfterTheMerge() {
            String base = "base: &b {k: merged}\n";
            assertThat(map(base + "use:\n  k: own\n  <<: *b\n").at("use", "k")).hasToString("own");
            assertThat(map(base + "use:\n  <<: *b\n  k: own\n").at("use", "k")).hasToString("own");
        }

        @Test
        void listOfMaps_isMerged_andTheEarlierMapWins() {
            MapNode root = map("""
                    a: &a {x: 1, y: 1}
                    b: &b {y: 2, z: 2}
                    use:
                      <<: [*a, *b, {w: 3}]
                    """);
            // y is a word of agreement, so the key is "true"
            assertThat(root.map("use")).isEqualTo(map("{x: 1, y: 1, z: 2, w: 3}"));
        }

        @Test
        void severalMerges_inOneMap_allCount() {
            assertThat(map("{<<: {a: 1}, b: 2, <<: {a: 3, c: 4}}")).isEqualTo(map("{a: 1, b: 2, c: 4}"));
        }

        @Test
        void merge_ofAMapThatMerges_bringsEverything() {
            MapNode root = map("""
                    one: &one {a: 1, b: 1}
                    two: &two
                      <<: *one
                      b: 2
                    three:
                      <<: *two
                      c: 3
                    """);
            assertThat(root.map("three")).isEqualTo(map("{a: 1, b: 2, c: 3}"));
        }

        @Test
        void quotedOrTaggedMergeKey_isAnOrdinaryKey() {
            assertThat(map("\"<<\": {a: 1}").keys()).containsExactly("<<");
            assertThat(map("!!str <<: {a: 1}").keys()).containsExactly("<<");
        }

        @Test
        void merge_ofSomethingElse_isRefused() {
            assertThat(refusal("a:\n  <<: 5\n"))
                    .extracting(SyntaxException::code)
                    .isEqualTo("yamlMerge");
            assertThat(refusal("<<: [{a: 1}, 5]"))
                    .extracting(SyntaxException::code)
                    .isEqualTo("yamlMerge");
            assertThat(refusal("<<: [[{a: 1}]]"))
                    .extracting(SyntaxException::code)
                    .isEqualTo("yamlMerge");
        }

        @Test
        void mergedEntry_keepsThePlaceOfItsOwnKey() {
            String text = "base: &b {k: v}\nuse: {<<: *b}\n";
            MapNode use = Objects.requireNonNull(map(text).map("use"));
            assertThat(text.substring(use.keyStart(0), use.keyEnd(0))).isEqualTo("k");
        }
    }

    @Nested
    class Aliases {
        @Test
        void alias_isTheNodeOfItsAnchor() {
            MapNode root = map("a: &x [1, 2]\nb: *x\n");
            assertThat(Objects.requireNonNull(root.get("a")).same(root.get("b")))
                    .isTrue();
        }

        @Test
        void anchorOfTheSameName_setAgain_countsFromThereOn() {
            assertThat(map("a: &x 1\nb: *x\nc: &x 2\nd: *x\n")).isEqualTo(map("{a: 1, b: 1, c: 2, d: 2}"));
        }

        @Test
        void alias_asKey_isTheTextOfItsScalar() {
            assertThat(map("a: &k name\n*k : 1\n").keys()).containsExactly("a", "name");
            assertThat(refusal("a: &k {b: 1}\n*k : 1\n").code()).isEqualTo("yamlKey");
        }

        @Test
        void anchorOnAKey_canBeReferred() {
            assertThat(map("&k name: 1\nb: *k\n").string("b")).isEqualTo("name");
        }

        @Test
        void alias_withoutAnchor_isRefusedWithItsPlace() {
            SyntaxException e = refusal("a: 1\nb: *x\n");
            assertThat(e.code()).isEqualTo("yamlAlias");
            assertThat(e.offset()).isEqualTo("a: 1\nb: ".length());
        }

        @Test
        void valueThatContainsItself_isRefused() {
            for (String text : List.of(
                    "&a [*a]", "&a {b: *a}", "a: &a\n  b:\n    - *a\n", "a: &x [1]\nb: &x [*x]\n", "&a {<<: *a}")) {
                SyntaxException e = refusal(text);
                assertThat(e.code()).as(text).isEqualTo("yamlAlias");
                assertThat(e.text()).as(text).contains("contains itself");
            }
        }
    }

    @Nested
    class Keys {
        @Test
        void duplicateKey_isTold_andTheLastOneCounts() {
            ReadDocument document = TestTrees.documents("a.yaml", "k: v\na: 1\nb:\n  a: 1\na: 2\n")
                    .getFirst();
            assertThat(document.problems())
                    .singleElement()
                    .returns("duplicateKey", Problem::code)
                    .returns(Problem.Level.WARNING, Problem::level)
                    .returns(5, Problem::line)
                    .returns(1, Problem::column);
            assertThat(map("a: 1\nb: 0\na: 2\n")).isEqualTo(map("{a: 2, b: 0}"));
        }

        @Test
        void keysThatMeanTheSame_areDuplicates() throws SyntaxException {
            assertThat(parse("yes: 1\n'true': 2\n").duplicates().told()).hasSize(1);
            assertThat(parse("1: 1\n0x1: 2\n").duplicates().told()).hasSize(1);
        }

        @Test
        void collectionAsKey_isRefused() {
            for (String text :
                    List.of("{a: 1}: b", "[a]: b", "? {a: 1}\n: b\n", "? - a\n: b\n", "a: {{ .Values.x }}")) {
                assertThat(refusal(text).code()).as(text).isEqualTo("yamlKey");
            }
        }

        @Test
        void keyWithoutValue_hasNull() {
            assertThat(map("a:\n? b\nc: ~\n")).isEqualTo(map("{a: null, b: null, c: null}"));
        }
    }

    @Nested
    class OddButValid {
        @Test
        void plainEquals_isAString() {
            assertThat(map("operator: =\n").string("operator")).isEqualTo("=");
        }

        @Test
        void customTags_keepTheirValue() {
            assertThat(map("a: !env_var HOME\nb: !Ref {x: 1}\nc: !Sub [1]\n"))
                    .isEqualTo(map("{a: HOME, b: {x: 1}, c: [1]}"));
        }

        @Test
        void lineEndings_ofEveryKind_load() {
            for (String end : List.of("\n", "\r\n", "\r")) {
                assertThat(map(String.join(end, "a: 1", "b:", "  - c", "  - |", "    x", ""))
                                .list("b")
                                .get(0))
                        .hasToString("c");
            }
        }

        @Test
        void tab_asSpace_isFineWhereYamlAllowsIt() {
            assertThat(map("a:\t1\nb: {c:\t2}\t# comment\n\t\n")).isEqualTo(map("{a: 1, b: {c: 2}}"));
        }

        @Test
        void directive_isFine() {
            assertThat(map("%YAML 1.1\n---\na: 1\n")).isEqualTo(map("a: 1"));
            assertThat(map("%YAML 1.2\n%TAG ! tag:example.org,2000:\n---\na: !x 1\n"))
                    .isEqualTo(map("a: '1'"));
        }

        @Test
        void emptyDocument_hasNoRoot() throws SyntaxException {
            for (String text :
                    List.of("", "\n", "# comment\n", "---\n", "--- # c\n...\n", "~", "null", "%YAML 1.2\n---\n")) {
                assertThat(parse(text).root()).as(text).isNull();
            }
        }
    }

    @Nested
    class Refused {
        @Test
        void tabAsIndentation_isRefusedAtTheTab() {
            SyntaxException e = refusal("a:\n\tb: 1\n");
            assertThat(e.code()).isEqualTo("yamlSyntax");
            assertThat(e.offset()).isEqualTo(3);
        }

        @Test
        void otherMajorVersion_isRefused() {
            assertThat(refusal("%YAML 2.0\n---\na: 1\n").text()).contains("version");
        }

        @Test
        void secondDocument_isRefused() {
            assertThat(refusal("a: 1\r---\rb: 1").text()).isEqualTo("more than one document");
        }

        @Test
        void nulByte_isRefusedAtItsPlace() {
            SyntaxException e = refusal("é: 😀\0b\n");
            assertThat(e.code()).isEqualTo("yamlCharacter");
            assertThat(e.text()).contains("U+0000");
            assertThat(e.offset()).isEqualTo("é: 😀".getBytes(StandardCharsets.UTF_8).length);
        }

        @Test
        void message_isOneShortLine() {
            SyntaxException e = refusal("a: !" + "x".repeat(5_000) + "!y b");
            assertThat(e.text()).doesNotContain("\n").hasSizeLessThan(500);
        }
    }

    @Nested
    class Bounds {
        @Test
        void nesting_upToTheLimit_loads() {
            assertThat(depth(yaml("[".repeat(1_000) + "]".repeat(1_000)))).isEqualTo(1_000);
            assertThat(refusal("[".repeat(1_001) + "]".repeat(1_001)).code()).isEqualTo("tooDeep");
        }

        @Test
        void nesting_of10000Levels_isRefused() {
            StringBuilder block = new StringBuilder();
            for (int i = 0; i < 1_100; i++) {
                block.append(" ".repeat(i)).append("a:\n");
            }
            for (String text :
                    List.of("[".repeat(10_000), "{a: ".repeat(10_000), "- ".repeat(10_000) + "x", block.toString())) {
                assertThat(refusal(text).code()).isEqualTo("tooDeep");
            }
        }

        @Test
        void nesting_throughAliases_isRefused() {
            StringBuilder text = new StringBuilder("a0: &a0 x\n");
            for (int i = 1; i < 1_100; i++) {
                text.append("a%d: &a%d [*a%d]%n".formatted(i, i, i - 1));
            }
            assertThat(refusal(text.toString()).code()).isEqualTo("tooDeep");
        }

        @Test
        void billionLaughs_areRefused() {
            for (String open : List.of("[", "{<<: [")) {
                StringBuilder text = new StringBuilder("a0: &a0 {x: lol}\n");
                for (int i = 1; i < 12; i++) {
                    String items = ("*a" + (i - 1) + ", ").repeat(10);
                    text.append("a%d: &a%d ".formatted(i, i)).append(open).append(items);
                    text.append(open.length() > 1 ? "]}\n" : "]\n");
                }
                assertThat(refusal(text.toString()).code()).isEqualTo("yamlAliasBomb");
            }
        }

        @Test
        void merges_nestedWithoutAliases_areBoundedToo() {
            StringBuilder inner = new StringBuilder("{");
            for (int i = 0; i < 5_000; i++) {
                inner.append('k').append(i).append(": 1, ");
            }
            String text = "{<<: ".repeat(900) + inner.append('}') + "}".repeat(900);
            assertThat(refusal(text).code()).isEqualTo("yamlAliasBomb");
        }

        @Test
        void values_areCounted() throws SyntaxException {
            YamlTree tree = new YamlTree(new Limits(20_000, 10, 10));
            byte[] fits = ("[" + "1,".repeat(1_999) + "]").getBytes(StandardCharsets.UTF_8);
            assertThat(tree.parse(fits).root()).isNotNull();
            for (String item : List.of("1,", "{},", "[],")) {
                byte[] oneMore = ("[" + item.repeat(2_000) + "]").getBytes(StandardCharsets.UTF_8);
                assertThatThrownBy(() -> tree.parse(oneMore))
                        .isInstanceOf(SyntaxException.class)
                        .hasMessage("the document has more than 2000 values");
            }
            assertThat(Limits.DEFAULT.nodes()).isEqualTo(6_710_886);
        }

        @Test
        void limitOfAliasedNodes_isExact() throws SyntaxException {
            YamlTree tree = new YamlTree(new Limits(1_000, 10, 6));
            byte[] fits = "a: &a [1, 2]\nb: [*a, *a]\n".getBytes(StandardCharsets.UTF_8);
            assertThat(tree.parse(fits).root()).isNotNull();
            byte[] oneMore = "a: &a [1, 2]\nb: [*a, *a]\nc: &s 1\nd: *s\n".getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> tree.parse(oneMore)).hasMessageContaining("expand to more than 6 nodes");
        }
    }

    private static int depth(Node node) {
        int levels = 0;
        Node at = node;
        while (at instanceof ListNode list) {
            levels++;
            at = list.size() == 0 ? dev.gabion.kube.tree.ScalarNode.unwritten(null) : list.get(0);
        }
        return levels;
    }

    private static Node yaml(String text) {
        return TestTrees.yaml(text);
    }

    private static MapNode map(String text) {
        return (MapNode) TestTrees.yaml(text);
    }

    private static ParsedTree parse(String text) throws SyntaxException {
        return new YamlTree(Limits.DEFAULT).parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SyntaxException refusal(String text) {
        try {
            parse(text);
        } catch (SyntaxException e) {
            return e;
        }
        throw new AssertionError("was not refused: " + text.substring(0, Math.min(200, text.length())));
    }
}
