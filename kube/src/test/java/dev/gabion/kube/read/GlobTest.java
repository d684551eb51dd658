package dev.gabion.kube.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "a.yaml, a.yaml",
        "*.yaml, a.yaml",
        "*.yaml, .yaml",
        "a*, a",
        "*a*b*c*, xxaxxbxxcxx",
        "?.yaml, é.yaml",
        "?.yaml, 😀.yaml",
        "[ab].yaml, b.yaml",
        "[a-cx].yaml, x.yaml",
        "[!ab].yaml, c.yaml",
        "[^ab].yaml, c.yaml",
        "[]a].yaml, ].yaml",
        "[a-].yaml, -.yaml",
        "[\\]].yaml, ].yaml",
        "[a.yaml, [a.yaml",
        "\\*.yaml, *.yaml",
        "a\\, a\\",
        "a/b, a/b",
        "a/*, a/b",
        "**/b, b",
        "**/b, a/b",
        "**/b, a/a/b",
        "a/**/b, a/b",
        "a/**/b, a/x/y/b",
        "a/**, a/b",
        "a/**, a/b/c",
        "**, a/b/c",
        "**/*.yaml, a/b.yaml",
        "**/a/**/b/**/c, x/a/b/y/b/z/c",
        "a**b, axxb"
    })
    void pattern_fitsThePath(String pattern, String path) {
        assertThat(Glob.parse(pattern).matches(path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "[z-a].yaml, [z-a].yaml",
        "*.yaml, a.yml",
        "*.yaml, a/b.yaml",
        "a*b, a/b",
        "a?b, a/b",
        "a**b, a/b",
        "a/*, a/b/c",
        "a/*, a",
        "a/**, a",
        "a/**/b, a/xb",
        "**/b, ab",
        "[ab], c",
        "[!ab], a",
        "a, b/a",
        "a/, a",
        "a//b, a/b",
        "?, ''",
        "A, a"
    })
    void pattern_doesNotFitThePath(String pattern, String path) {
        assertThat(Glob.parse(pattern).matches(path)).isFalse();
    }

    @Test
    void alternatives_areSpelledOut() {
        assertThat(Glob.alternatives("a/{b,c}/*.{yaml,json}"))
                .containsExactlyInAnyOrder("a/b/*.yaml", "a/b/*.json", "a/c/*.yaml", "a/c/*.json");
        assertThat(Glob.alternatives("{a,b{c,d}}")).containsExactlyInAnyOrder("a", "bc", "a", "bd");
        assertThat(Glob.alternatives("a}{b")).containsExactly("a}{b");
    }

    @Test
    void levels_areCounted_unlessAnyDepthIsAsked() {
        assertThat(Glob.parse("a/*/b").levels()).isEqualTo(3);
        assertThat(Glob.parse("a/**/b").levels()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void patternMadeToBacktrack_isSlowNowhere() {
        String stars = "*a".repeat(60);
        String deep = "**/a/".repeat(60);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (String path : List.of("a".repeat(250) + "b", "a/".repeat(1_000) + "b")) {
                assertThat(Glob.parse(stars + "c").matches(path)).isFalse();
                assertThat(Glob.parse(deep + "c").matches(path)).isFalse();
            }
        });
    }
}
