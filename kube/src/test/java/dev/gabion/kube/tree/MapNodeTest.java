package dev.gabion.kube.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gabion.kube.read.TestTrees;
import dev.gabion.testing.Seeds;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class MapNodeTest {
    /** Sizes around every change of how keys are looked up. */
    @Test
    void map_ofAnySize_findsItsKeys_andNoOthers() {
        Seeds.each(300, random -> {
            int size = Seeds.oneOf(random, 0, 1, 11, 12, 13, 32, 33, 255, 256, 257, 300);
            Map<String, Long> expected = new LinkedHashMap<>();
            MapNode.Builder builder = MapNode.builder();
            for (int i = 0; i < size; i++) {
                String key = random.nextBoolean() ? "AaBB".substring(random.nextInt(3)) + i : "k" + random.nextInt(500);
                long value = random.nextInt();
                expected.put(key, value);
                builder.put(key, value);
            }
            MapNode map = builder.build();
            assertThat(map.keys()).containsExactlyElementsOf(expected.keySet());
            expected.forEach((key, value) -> {
                assertThat(map.get(key)).isEqualTo(ScalarNode.unwritten(value));
                assertThat(map.key(map.indexOf(key))).isEqualTo(key);
            });
            for (int i = 0; i < 20; i++) {
                String other = "none" + random.nextInt(1_000);
                assertThat(map.has(other)).isFalse();
                assertThat(map.get(other)).isNull();
            }
        });
    }

    @Test
    void keyPutAgain_keepsItsPlace() {
        MapNode map = MapNode.builder().put("a", 1L).put("b", 2L).put("a", 3L).build();
        assertThat(map).hasToString("{a: 3, b: 2}");
    }

    @Test
    void equality_mindsNoOrderAndNoPlace() {
        assertThat(yaml("{a: 1, b: {c: [1, 2]}}"))
                .isEqualTo(yaml("b:\n  c:\n  - 1\n  - 2\na: 1\n"))
                .hasSameHashCodeAs(yaml("{b: {c: [1, 2]}, a: 1}"))
                .isNotEqualTo(yaml("{a: 1, b: {c: [2, 1]}}"))
                .isNotEqualTo(yaml("{a: 1}"))
                .isNotEqualTo(yaml("{a: '1', b: {c: [1, 2]}}"))
                .isNotEqualTo(yaml("{a: 1, x: {c: [1, 2]}}"));
    }

    @Test
    void copyWithAnotherValue_keepsTheRestAndItsPlaces() {
        MapNode map = yaml("{a: 1, b: 2}");
        MapNode changed = map.with("a", ScalarNode.unwritten("x"));
        assertThat(changed).hasToString("{a: x, b: 2}");
        assertThat(changed.keyStart(0)).isEqualTo(map.keyStart(0));
        assertThat(changed).returns(map.start(), Node::start).returns(map.end(), Node::end);
        MapNode longer = map.with("c", ScalarNode.unwritten(3L));
        assertThat(longer).hasToString("{a: 1, b: 2, c: 3}");
        assertThat(longer.keyStart(2)).isEqualTo(Node.NOWHERE);
        assertThat(map).hasToString("{a: 1, b: 2}");
    }

    @Test
    void accessors_giveWhatTheTypeAsksFor() {
        MapNode map = yaml("{m: {k: v}, l: [1], s: text, n: 5, z: ~}");
        assertThat(map.map("m")).hasToString("{k: v}");
        assertThat(map.map("l")).isNull();
        assertThat(map.list("l")).hasSize(1);
        assertThat(map.list("m")).isEmpty();
        assertThat(map.string("s")).isEqualTo("text");
        assertThat(map.string("n")).isNull();
        assertThat(map.string("z")).isNull();
        assertThat(map.has("z")).isTrue();
        assertThat(map.at("m", "k")).hasToString("v");
        assertThat(map.at("m", "x")).isNull();
        assertThat(map.at("s", "x")).isNull();
        assertThat(map.mapAt("m")).hasToString("{k: v}");
        assertThat(map.mapAt("m", "k")).isNull();
        assertThat(map.at()).isSameAs(map);
    }

    @Test
    void list_keepsItsOrder() {
        ListNode list = (ListNode) TestTrees.yaml("[1, 2]");
        assertThat(list)
                .hasToString("[1, 2]")
                .isEqualTo(ListNode.of(List.of(ScalarNode.unwritten(1L), ScalarNode.unwritten(2L))));
        assertThat(list.written()).isTrue();
        assertThat(ListNode.EMPTY.written()).isFalse();
        Iterator<Node> items = list.iterator();
        items.next();
        items.next();
        assertThat(items.hasNext()).isFalse();
        assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
        list.toArray()[0] = ScalarNode.unwritten("changed");
        assertThat(list).hasToString("[1, 2]");
    }

    @Test
    void refusedNode_tellsItsReasonInBounds() {
        RefusedNode refused = new RefusedNode(ScalarNode.unwritten("x"), "a: want boolean, have string");
        assertThat(refused).hasToString("refused(a: want boolean, have string)");
        assertThat(refused.original()).hasToString("x");
        assertThat(new RefusedNode(refused, "😀".repeat(10_000)).reason())
                .hasSizeLessThan(410)
                .endsWith("...");
    }

    private static MapNode yaml(String text) {
        return (MapNode) TestTrees.yaml(text);
    }
}
