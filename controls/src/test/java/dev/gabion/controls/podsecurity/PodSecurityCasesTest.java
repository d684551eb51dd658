package dev.gabion.controls.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gabion.controls.framework.PolicyVersion;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Pods of our own: every field of the standards, ephemeral containers, gaps of the fixtures, and every version change. */
class PodSecurityCasesTest {
    private static PodSecurityJudge judge;

    @BeforeAll
    static void compile() throws Exception {
        judge = PodSecurityJudge.ofSources();
    }

    @TestFactory
    List<DynamicTest> pods_areJudgedAsTheStandardsSay() throws IOException {
        return PodSecurityCase.all().stream()
                .map(c -> DynamicTest.dynamicTest(
                        c.id(), () -> assertThat(c.disagreements(judge)).isEmpty()))
                .toList();
    }

    @Test
    void versionAboveTheNewestKnown_isTheNewest() {
        assertThat(PolicyVersion.parse("v1.99")).isEqualTo(PolicyVersion.NEWEST);
    }

    @Test
    void latest_isTheNewestPolicyOfTheCluster() {
        assertThat(PolicyVersion.parse("latest").atMost(33)).hasToString("v1.33");
        assertThat(PolicyVersion.parse("v1.35").atMost(33)).hasToString("v1.33");
        assertThat(PolicyVersion.parse("v1.30").atMost(33)).hasToString("v1.30");
    }

    @Test
    void versionOfAnotherForm_isRefused() {
        for (String text : List.of("1.25", "v1.25.3", "v1.07", "v1.", "newest")) {
            assertThatThrownBy(() -> PolicyVersion.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
