package dev.gabion.kube.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Every text is a pattern, and a path of plain characters fits itself. */
class GlobFuzz {
    @FuzzTest
    void pattern(FuzzedDataProvider data) {
        String pattern = data.consumeString(200);
        String path = data.consumeRemainingAsString();
        Glob glob = Glob.parse(pattern);
        boolean fits = glob.matches(path);
        assertThat(glob.levels()).isPositive();
        if (pattern.equals(path) && pattern.chars().noneMatch(c -> "*?[\\".indexOf(c) >= 0)) {
            assertThat(fits).isTrue();
        }
    }
}
