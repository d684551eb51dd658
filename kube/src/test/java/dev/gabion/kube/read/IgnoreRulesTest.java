package dev.gabion.kube.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code .gabionignore} follows gitignore's documentation; each row is held to git itself as well. */
class IgnoreRulesTest {
    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.yaml | a.yaml",
                "a.yaml | b/a.yaml",
                "a.yaml | a.yaml/",
                "*.yaml | b/c/a.yaml",
                "/a.yaml | a.yaml",
                "b/a.yaml | b/a.yaml",
                "/b/*.yaml | b/a.yaml",
                "b/ | b/",
                "b/ | c/b/",
                "b/c/ | b/c/",
                "**/a.yaml | a.yaml",
                "**/a.yaml | b/c/a.yaml",
                "**/b/a.yaml | x/b/a.yaml",
                "b/** | b/a.yaml",
                "b/** | b/c/a.yaml",
                "b/**/a.yaml | b/a.yaml",
                "b/**/a.yaml | b/x/y/a.yaml",
                "a?.yaml | ab.yaml",
                "[ab].yaml | a.yaml",
                "[!ab].yaml | c.yaml",
                "\\#a.yaml | #a.yaml",
                "\\!a.yaml | !a.yaml",
                "'a.yaml   ' | a.yaml",
                "'a\\ ' | 'a '",
                "a*b*c | axxbxxc",
                "* | a.yaml"
            })
    void pattern_ignores(String pattern, String path) throws IOException {
        assertThat(ignores(pattern, path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.yaml | b.yaml",
                "a.yaml | ab.yaml",
                "a.yaml | xa.yaml",
                "/a.yaml | b/a.yaml",
                "b/a.yaml | c/b/a.yaml",
                "b/ | b",
                "/b/*.yaml | b/c/a.yaml",
                "b/** | b/",
                "b/* | b/c/a.yaml",
                "a?.yaml | a.yaml",
                "?.yaml | a/.yaml",
                "[ab].yaml | c.yaml",
                "#a.yaml | #a.yaml",
                "A.yaml | a.yaml",
                "/ | a.yaml",
                "! | a.yaml",
                "'' | a.yaml"
            })
    void pattern_ignoresNot(String pattern, String path) throws IOException {
        assertThat(ignores(pattern, path)).isFalse();
    }

    @Test
    void lastMatchingLine_wins() throws IOException {
        assertThat(ignores("*.yaml\n!keep.yaml\n", "a.yaml")).isTrue();
        assertThat(ignores("*.yaml\n!keep.yaml\n", "keep.yaml")).isFalse();
        assertThat(ignores("*.yaml\n!keep.yaml\nkeep.*\n", "keep.yaml")).isTrue();
        assertThat(ignores("!keep.yaml\n*.yaml\n", "keep.yaml")).isTrue();
    }

    @Test
    void commentsBlankLinesAndLineEndings_areNoPatterns() throws IOException {
        String text = "\uFEFF# c\r\n\r\na.yaml\r\n";
        assertThat(ignores(text, "a.yaml")).isTrue();
        assertThat(ignores(text, "# c")).isFalse();
    }

    @Test
    void deeperFile_overridesTheOneAbove() throws IOException {
        Path inner = Files.createDirectory(root.resolve("b"));
        Files.writeString(root.resolve(IgnoreRules.FILE), "*.yaml\n/b/only.json\n");
        Files.writeString(inner.resolve(IgnoreRules.FILE), "!a.yaml\n/c.yaml\n");
        IgnoreRules outer = IgnoreRules.in(root, null);
        IgnoreRules rules = Objects.requireNonNull(IgnoreRules.in(inner, outer));

        assertThat(rules.ignores(inner.resolve("a.yaml"), false)).isFalse();
        assertThat(rules.ignores(inner.resolve("b.yaml"), false)).isTrue();
        assertThat(rules.ignores(inner.resolve("c.yaml"), false)).isTrue();
        assertThat(rules.ignores(inner.resolve("only.json"), false)).isTrue();
        assertThat(Objects.requireNonNull(outer).ignores(root.resolve("a.yaml"), false))
                .isTrue();
    }

    @Test
    void directoryWithoutTheFile_hasTheRulesAbove() throws IOException {
        assertThat(IgnoreRules.in(root, null)).isNull();
        Files.createDirectory(root.resolve(IgnoreRules.FILE));
        assertThat(IgnoreRules.in(root, null)).isNull();
    }

    @Test
    void link_isNoRuleFile() throws IOException {
        Path elsewhere = Files.writeString(root.resolve("rules"), "*\n");
        Path inner = Files.createDirectory(root.resolve("b"));
        Files.createSymbolicLink(inner.resolve(IgnoreRules.FILE), elsewhere);
        assertThat(IgnoreRules.in(inner, null)).isNull();
    }

    @Test
    void hugeFile_isRefused() throws IOException {
        Files.writeString(root.resolve(IgnoreRules.FILE), "a\n".repeat(1_000_000));
        assertThatThrownBy(() -> IgnoreRules.in(root, null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1 MiB");
    }

    private boolean ignores(String rules, String path) throws IOException {
        Files.writeString(root.resolve(IgnoreRules.FILE), rules + "\n");
        boolean isDirectory = path.endsWith("/");
        return Objects.requireNonNull(IgnoreRules.in(root, null)).ignores(root.resolve(path), isDirectory);
    }
}
