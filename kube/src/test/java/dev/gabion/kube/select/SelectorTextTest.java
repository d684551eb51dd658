package dev.gabion.kube.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gabion.kube.read.TestTrees;
import dev.gabion.kube.select.LabelSelector.Operator;
import dev.gabion.kube.select.LabelSelector.Requirement;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTextTest {
    private static final MapNode LABELS = (MapNode) TestTrees.yaml("{app: web, tier: '', level: '5', in: x}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "app",
                "app=web",
                "app==web",
                " app = web ",
                "app in (db, web)",
                "app in(web)",
                "app notin (db)",
                "app!=db",
                "absent!=db",
                "absent notin (db)",
                "!absent",
                "! absent",
                "tier=",
                "tier==",
                "tier in ()",
                "tier in (,a)",
                "level>4",
                "level < 6",
                "app=web,tier=",
                "app,!absent,level>4",
                "in in (x)",
                "in",
                "app=web\n,\ttier"
            })
    void selector_selectsWhatFits(String text) {
        assertThat(SelectorText.parse(text).matches(LABELS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "absent",
                "app=db",
                "app=",
                "app!=web",
                "!app",
                "app in (db)",
                "absent in ()",
                "absent=",
                "app notin (web)",
                "level>5",
                "level<5",
                "app>1",
                "absent<5",
                "app,absent",
                "tier!="
            })
    void selector_passesOverWhatDoesNotFit(String text) {
        assertThat(SelectorText.parse(text).matches(LABELS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "app=web, | a requirement after the comma at column 9",
                ",app | a label key at column 1",
                "app web | in, notin, =, !=, < or > at column 5",
                "app in web | '(' at column 8",
                "app in (web | ')' at column 12",
                "app in (a b) | ')' at column 11",
                "app=a b | ',' at column 7",
                "app=a=b | ',' at column 6",
                "app!web | '=' at column 5",
                "!app=web | ',' at column 5",
                "!! app | a label key at column 2",
                "level>x | an integer at column 7",
                "level> | an integer at column 7",
                "level>9999999999999999999 | an integer at column 7",
                "-app | a label key at column 1",
                "a/b/c=d | a label key at column 1",
                "app=-web | a label value at column 5",
                "app in (web, we+b) | a label value at column 14",
                "é=a | a label key at column 1",
                "(app) | a label key at column 1"
            })
    void textThatIsNoSelector_isRefusedWithItsColumn(String text, String wanted) {
        assertThatThrownBy(() -> SelectorText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("want " + wanted + " of selector: " + text);
    }

    @Test
    void values_areSortedAndDistinct() {
        assertThat(SelectorText.parse("a in (c,b,c)").requirements())
                .containsExactly(new Requirement("a", Operator.IN, List.of("b", "c")));
    }

    @Test
    void requirements_areReadBackAsTheyAreWritten() {
        Seeds.each(3_000, random -> {
            List<Requirement> wanted = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(4); i >= 0; i--) {
                Requirement requirement = requirement(random);
                wanted.add(requirement);
                text.append(text.isEmpty() ? "" : ",").append(write(random, requirement));
            }
            assertThat(SelectorText.parse(text.toString()).requirements())
                    .as(text.toString())
                    .isEqualTo(wanted);
        });
    }

    private static Requirement requirement(Random random) {
        Operator operator = Seeds.oneOf(random, Operator.values());
        String key = Seeds.oneOf(random, "app", "in", "notin", "example.org/a-b_c", "A.1");
        List<String> values = switch (operator) {
            case IN, NOT_IN -> random.nextBoolean() ? List.of("a") : List.of("", "a", "in");
            case GREATER, LESS -> List.of(String.valueOf(random.nextInt(100)));
            case EXISTS, DOES_NOT_EXIST -> List.of();
        };
        return new Requirement(key, operator, values);
    }

    private static String write(Random random, Requirement requirement) {
        String blank = Seeds.oneOf(random, "", " ", "\t");
        String key = blank + requirement.key();
        String value =
                requirement.values().isEmpty() ? "" : requirement.values().getFirst();
        return switch (requirement.operator()) {
            case EXISTS -> key + blank;
            case DOES_NOT_EXIST -> "!" + key;
            case GREATER -> key + blank + ">" + blank + value;
            case LESS -> key + blank + "<" + value + blank;
            case IN ->
                requirement.values().size() == 1 && random.nextBoolean()
                        ? key + Seeds.oneOf(random, "=", "==") + blank + value
                        : key + " in " + blank + "(" + String.join("," + blank, requirement.values()) + ")";
            case NOT_IN ->
                requirement.values().size() == 1 && random.nextBoolean()
                        ? key + blank + "!=" + value
                        : key + " notin (" + String.join(blank + ",", requirement.values()) + ")";
        };
    }
}
