package dev.gabion.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarkTest {
    private static String meant(String line, int offset) {
        Mark mark = Mark.in(line, offset);
        return mark.line().substring(mark.from(), mark.to());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "  privileged: true~2~privileged: true",
                "  privileged: true   # why~2~privileged: true",
                "  a: 'x # y' # why~2~a: 'x # y'",
                "  command: a, b~2~command: a, b",
                "  securityContext: {privileged: true, runAsUser: 0}~20~privileged: true",
                "  securityContext: {privileged: true, runAsUser: 0}~38~runAsUser: 0",
                "  securityContext: {a: [1, 2], b: 3}~20~a: [1, 2]",
                "  securityContext: {privileged: true}~2~securityContext: {privileged: true}",
                "    \"hostPID\": true,~4~\"hostPID\": true",
                "- ALL~2~ALL",
                "  image: repo/a#b~2~image: repo/a#b",
            })
    void mark_ofAKey_coversItsValueAndNoMore(String line, int offset, String meant) {
        assertThat(meant(line, offset)).isEqualTo(meant);
    }

    @Test
    void mark_atTheEndOfALine_isNeverOutOfIt() {
        assertThat(Mark.in("abc", 99)).isEqualTo(new Mark("abc", 3, 3));
        assertThat(Mark.in("", 0)).isEqualTo(new Mark("", 0, 0));
    }

    @Test
    void masked_ofAKey_hidesTheValueOnly() {
        assertThat(Mark.in("  token: hunter2 # x", 2).masked()).isEqualTo(new Mark("  token: *** # x", 2, 12));
        assertThat(Mark.in("- hunter2", 2).masked()).isEqualTo(new Mark("- ***", 2, 5));
        assertThat(Mark.in("{\"token\":\"hunter2\"}", 1).masked()).isEqualTo(new Mark("{\"token\":***}", 1, 12));
    }

    @Test
    void cut_ofALongLine_keepsTheMarkInView() {
        Mark mark = Mark.in("x".repeat(500) + " privileged: true", 501).without(0, 100, 20);

        assertThat(mark.line()).startsWith("...xxx").endsWith("privileged: true");
        assertThat(mark.line().substring(mark.from(), mark.to())).isEqualTo("privileged: true");
    }

    @Test
    void clip_toATerminal_keepsTheMarkUnderItsText() {
        String line = "日本語".repeat(30) + " privileged: true # " + "x".repeat(50);
        Mark mark = Mark.in(line, 91);
        Clip clip = Clip.of(line, mark.from(), mark.to(), 40);

        assertThat(TextWidth.of(clip.line())).isLessThanOrEqualTo(40);
        int at = clip.line().indexOf("privileged");
        assertThat(TextWidth.of(clip.line(), 0, at)).isEqualTo(clip.before());
        assertThat(clip.marked()).isEqualTo("privileged: true".length());
    }
}
