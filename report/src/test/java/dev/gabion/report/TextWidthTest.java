package dev.gabion.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextWidthTest {
    @ParameterizedTest
    @CsvSource({
        "abc, 3",
        "caf\u00e9, 4",
        "cafe\u0301, 4",
        "日本語, 6",
        "한국어, 6",
        "\u1112\u1161\u11AB, 2",
        "ｆｕｌｌ, 8",
        "ｶﾅ, 2",
        "\uD83D\uDE80, 2",
        "\u20AC, 1",
        "→, 1",
    })
    void width_ofText_countsCells(String text, int cells) {
        assertThat(TextWidth.of(text)).isEqualTo(cells);
    }
}
