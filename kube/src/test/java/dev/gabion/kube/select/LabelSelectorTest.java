package dev.gabion.kube.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.kube.read.TestTrees;
import dev.gabion.kube.select.LabelSelector.Operator;
import dev.gabion.kube.select.LabelSelector.Requirement;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.RefusedNode;
import dev.gabion.testing.Seeds;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSelectorTest {
    private static final MapNode LABELS = (MapNode) TestTrees.yaml("{app: web, tier: '', example.org/zone: a1}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{matchLabels: {}}",
                "{matchLabels: ~, matchExpressions: ~}",
                "{matchLabels: {app: web}}",
                "{matchLabels: {app: web, tier: ''}}",
                "{matchLabels: {tier: ~}}",
                "{matchLabels: {example.org/zone: a1}}",
                "{matchExpressions: []}",
                "{matchExpressions: [{key: app, operator: In, values: [db, web]}]}",
                "{matchExpressions: [{key: app, operator: NotIn, values: [db]}]}",
                "{matchExpressions: [{key: absent, operator: NotIn, values: [db]}]}",
                "{matchExpressions: [{key: app, operator: Exists}]}",
                "{matchExpressions: [{key: tier, operator: Exists}]}",
                "{matchExpressions: [{key: absent, operator: DoesNotExist, values: []}]}",
                "{matchExpressions: [{key: tier, operator: In, values: ['']}]}",
                "{matchLabels: {app: web}, matchExpressions: [{key: app, operator: In, values: [web]}]}"
            })
    void selector_selectsWhatFits(String yaml) {
        assertThat(selector(yaml).matches(LABELS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{matchLabels: {app: db}}",
                "{matchLabels: {App: web}}",
                "{matchLabels: {absent: ''}}",
                "{matchLabels: {app: web, absent: x}}",
                "{matchExpressions: [{key: app, operator: In, values: [db]}]}",
                "{matchExpressions: [{key: absent, operator: In, values: ['']}]}",
                "{matchExpressions: [{key: app, operator: NotIn, values: [db, web]}]}",
                "{matchExpressions: [{key: absent, operator: Exists}]}",
                "{matchExpressions: [{key: tier, operator: DoesNotExist}]}",
                "{matchLabels: {app: web}, matchExpressions: [{key: app, operator: DoesNotExist}]}"
            })
    void selector_passesOverWhatDoesNotFit(String yaml) {
        assertThat(selector(yaml).invalid()).isFalse();
        assertThat(selector(yaml).matches(LABELS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "[]",
                "{matchLabels: text}",
                "{matchLabels: [app]}",
                "{matchLabels: {app: 5}}",
                "{matchLabels: {app: true}}",
                "{matchLabels: {app: [web]}}",
                "{matchLabels: {'': web}}",
                "{matchLabels: {a b: web}}",
                "{matchLabels: {app: 'web server'}}",
                "{matchLabels: {app: -web}}",
                "{matchExpressions: {key: app, operator: Exists}}",
                "{matchExpressions: text}",
                "{matchExpressions: [text]}",
                "{matchExpressions: [{operator: Exists}]}",
                "{matchExpressions: [{key: '', operator: Exists}]}",
                "{matchExpressions: [{key: app}]}",
                "{matchExpressions: [{key: app, operator: in, values: [web]}]}",
                "{matchExpressions: [{key: app, operator: Gt, values: ['1']}]}",
                "{matchExpressions: [{key: app, operator: In}]}",
                "{matchExpressions: [{key: app, operator: In, values: []}]}",
                "{matchExpressions: [{key: app, operator: NotIn, values: []}]}",
                "{matchExpressions: [{key: app, operator: NotIn, values: [5]}]}",
                "{matchExpressions: [{key: app, operator: Exists, values: [web]}]}",
                "{matchExpressions: [{key: absent, operator: DoesNotExist, values: [web]}]}",
                "{matchExpressions: [{key: absent, operator: DoesNotExist}, {key: app}]}"
            })
    void selectorTheServerRefuses_selectsNothing(String yaml) {
        LabelSelector selector = selector(yaml);
        assertThat(selector.invalid()).isTrue();
        assertThat(selector.fault()).isNotBlank();
        assertThat(selector.matches(LABELS)).isFalse();
        assertThat(selector.matches(MapNode.EMPTY)).isFalse();
        assertThat(selector.selectsEverything()).isFalse();
    }

    @Test
    void absentSelector_selectsNothing_andTheEmptyOneEverything() {
        assertThat(LabelSelector.of((Node) null).matches(LABELS)).isFalse();
        assertThat(selector("{}").selectsEverything()).isTrue();
        assertThat(selector("{}").matches((MapNode) null)).isTrue();
        assertThat(selector("{}")).isSameAs(LabelSelector.EVERYTHING);
    }

    @Test
    void refusedParts_selectNothing() {
        MapNode written = (MapNode) TestTrees.yaml("{matchLabels: {app: web}}");
        assertThat(LabelSelector.of(new RefusedNode(written, "want x")).invalid())
                .isTrue();
        MapNode inner = written.with("matchLabels", new RefusedNode(written, "want x"));
        assertThat(LabelSelector.of(inner).invalid()).isTrue();
    }

    @Test
    void plainLabels_areAllDemanded_andNoneSelectNothing() {
        assertThat(LabelSelector.ofLabels(TestTrees.yaml("{app: web, tier: ''}"))
                        .matches(LABELS))
                .isTrue();
        assertThat(LabelSelector.ofLabels(TestTrees.yaml("{app: db}")).matches(LABELS))
                .isFalse();
        assertThat(LabelSelector.ofLabels(TestTrees.yaml("{app: 5}")).invalid()).isTrue();
        assertThat(LabelSelector.ofLabels(MapNode.EMPTY).matches(LABELS)).isFalse();
        assertThat(LabelSelector.ofLabels(null).matches(LABELS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a, true",
        "a-b_c.d, true",
        "A9, true",
        "a/b, true",
        "example.org/a, true",
        "a-b.c-d/e, true",
        "a/b/c, false",
        "/a, false",
        "a/, false",
        "'', false",
        "-a, false",
        "a-, false",
        "a b, false",
        "é, false",
        "A/b, false",
        "a_b/c, false",
        "a..b/c, false",
        ".a/b, false",
        "a-/b, false"
    })
    void labelKeys_areChecked(String key, boolean valid) {
        assertThat(LabelSyntax.isKey(key)).isEqualTo(valid);
    }

    @Test
    void labelLengths_areChecked() {
        assertThat(LabelSyntax.isKey("a".repeat(63))).isTrue();
        assertThat(LabelSyntax.isKey("a".repeat(64))).isFalse();
        assertThat(LabelSyntax.isKey("a".repeat(253) + "/" + "a".repeat(63))).isTrue();
        assertThat(LabelSyntax.isKey("a".repeat(254) + "/a")).isFalse();
        assertThat(LabelSyntax.isValue("a".repeat(63))).isTrue();
        assertThat(LabelSyntax.isValue("a".repeat(64))).isFalse();
        assertThat(LabelSyntax.isValue("")).isTrue();
    }

    /** Every operator against its definition, and each pair of opposites against one another. */
    @Test
    void operators_areWhatTheyAreDefinedToBe() {
        Seeds.each(5_000, random -> {
            String key = Seeds.oneOf(random, "a", "b");
            List<String> values = List.of(Seeds.oneOf(random, "1", "2", ""), Seeds.oneOf(random, "2", "3"));
            @Nullable String actual = Seeds.oneOf(random, "1", "2", "3", "", "-5", "x");
            if (random.nextInt(4) == 0) {
                actual = null;
            }
            boolean in = holds(key, Operator.IN, values, actual);
            boolean exists = holds(key, Operator.EXISTS, List.of(), actual);
            assertThat(in).isEqualTo(actual != null && values.contains(actual));
            assertThat(holds(key, Operator.NOT_IN, values, actual)).isEqualTo(!in);
            assertThat(exists).isEqualTo(actual != null);
            assertThat(holds(key, Operator.DOES_NOT_EXIST, List.of(), actual)).isEqualTo(!exists);
        });
    }

    private static boolean holds(String key, Operator operator, List<String> values, @Nullable String actual) {
        return LabelSelector.of(List.of(new Requirement(key, operator, values)))
                .matches(k -> k.equals(key) ? actual : null);
    }

    private static LabelSelector selector(String yaml) {
        return LabelSelector.of(TestTrees.yaml(yaml));
    }
}
