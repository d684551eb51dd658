package dev.gabion.kube.select;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gabion.kube.tree.MapNode;

/** Every text is a selector or refused with a reason. */
class SelectorFuzz {
    private static final MapNode LABELS =
            MapNode.builder().put("app", "web").put("level", "5").build();

    @FuzzTest
    void labels(FuzzedDataProvider data) {
        LabelSelector selector;
        try {
            selector = SelectorText.parse(data.consumeRemainingAsString());
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("of selector");
            return;
        }
        assertThat(selector.invalid()).isFalse();
        boolean every = selector.requirements().stream()
                .allMatch(one -> LabelSelector.of(java.util.List.of(one)).matches(LABELS));
        assertThat(selector.matches(LABELS)).isEqualTo(every);
    }

    @FuzzTest
    void fields(FuzzedDataProvider data) {
        try {
            boolean selected =
                    FieldSelector.parse(data.consumeRemainingAsString()).matches(LABELS);
            assertThat(selected || !selected).isTrue();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }
}
