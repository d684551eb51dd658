package dev.gabion.kube.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Every text is a path that is read back as itself, or refused. */
class FieldPathFuzz {
    @FuzzTest
    void path(FuzzedDataProvider data) {
        FieldPath path;
        try {
            path = FieldPath.parse(data.consumeRemainingAsString());
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("column");
            return;
        }
        assertThat(FieldPath.parse(path.toString())).isEqualTo(path);
    }
}
