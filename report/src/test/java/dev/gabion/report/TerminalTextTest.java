package dev.gabion.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TerminalTextTest {
    private static final int WIDTH = 40;

    private static String wrapped(String text, int indent) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TerminalText out = new TerminalText(bytes, WIDTH, false);
        out.wrapped(text, indent).flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void words_thatDoNotFit_beginTheNextLineAtTheIndent() throws IOException {
        assertThat(wrapped("one two three four five six seven eight nine ten", 2))
                .isEqualTo("one two three four five six seven eight\n  nine ten");
    }

    @Test
    void words_ofWideCharacters_areMeasuredInCells() throws IOException {
        String line = "日本語日本語日本語 日本語日本語日本語 日本語";

        assertThat(wrapped(line, 0)).isEqualTo("日本語日本語日本語 日本語日本語日本語\n日本語");
    }

    @Test
    void word_longerThanALine_isBrokenAndKeepsItsMarks() throws IOException {
        String text = "x".repeat(39) + "e\u0301" + "y".repeat(5);

        assertThat(wrapped(text, 2)).isEqualTo("x".repeat(39) + "e\u0301\n  yyyyy");
    }

    @Test
    void lines_wrapped_endInNoBlank() throws IOException {
        assertThat(wrapped("a b ".repeat(40), 3).lines()).allSatisfy(line -> {
            assertThat(line).doesNotEndWith(" ");
            assertThat(TextWidth.of(line)).isLessThanOrEqualTo(WIDTH);
        });
    }
}
