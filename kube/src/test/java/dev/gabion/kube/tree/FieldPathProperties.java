package dev.gabion.kube.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.kube.tree.FieldPath.Step;
import dev.gabion.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FieldPathProperties {
    @Test
    void everyPath_isReadBackAsItself() {
        Seeds.each(20_000, random -> {
            FieldPath path = FieldPath.of(steps(random));
            FieldPath again = FieldPath.parse(path.toString());
            assertThat(again)
                    .as(path.toString())
                    .isEqualTo(path)
                    .hasToString(path.toString())
                    .hasSameHashCodeAs(path);
        });
    }

    @Test
    void everyText_isAPathOrRefused() {
        Seeds.each(20_000, random -> {
            String text = noise(random);
            FieldPath path;
            try {
                path = FieldPath.parse(text);
            } catch (IllegalArgumentException e) {
                return;
            }
            assertThat(FieldPath.parse(path.toString())).as(text).isEqualTo(path);
        });
    }

    private static List<Step> steps(Random random) {
        List<Step> steps = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            steps.add(
                    switch (random.nextInt(5)) {
                        case 0 -> new Step.Item(random.nextInt(1_000_000_000));
                        case 1 -> new Step.Every();
                        case 2 -> new Step.Key(noise(random));
                        default ->
                            new Step.Key(
                                    Seeds.oneOf(random, "spec", "a-b", "$ref", "0", "a.b/c", "", "*", "a\"b", "\\"));
                    });
        }
        return steps;
    }

    private static String noise(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(Seeds.oneOf(
                    random, "a", "0", ".", "[", "]", "\"", "\\", "*", "é", "😀", "\n", " ", "$", "-", "[\"", "\"]"));
        }
        return text.toString();
    }
}
