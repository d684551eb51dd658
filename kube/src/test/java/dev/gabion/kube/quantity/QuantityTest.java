package dev.gabion.kube.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.gabion.testing.Seeds;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A few quantities of our own; {@link QuantityVectorsTest} holds many more to the API server. */
class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "100m, 0.1",
        "1.5Gi, 1610612736",
        "2k, 2000",
        "1E, 1000000000000000000",
        "1e3, 1000",
        "1E-3, 0.001",
        "0.1Ki, 102.4",
        "-5M, -5000000",
        "+7, 7",
        "007, 7",
        ".5, 0.5",
        "1., 1",
        "Mi, 0",
        "-, 0",
        "100n, 0.0000001",
        "1u, 0.000001"
    })
    void text_isAQuantity(String text, BigDecimal value) {
        assertThat(quantity(text).value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1 ",
                " 1",
                "1K",
                "1ki",
                "1KI",
                "1KiB",
                "1mi",
                "x",
                "1x",
                "1e",
                "1e+",
                "1e1.5",
                "--1",
                "1-",
                "1,5",
                "0x1",
                "1.2.3",
                ".",
                "Infinity",
                "NaN",
                "1e10001",
                "١"
            })
    void otherText_isNoQuantity(String text) {
        assertThat(Quantity.parse(text)).isNull();
    }

    @Test
    void valueFinerThanANano_isRoundedAwayFromZero() {
        assertThat(quantity("0.9n")).isEqualTo(quantity("1n"));
        assertThat(quantity("-0.1n")).isEqualTo(quantity("-1n"));
        assertThat(quantity("1.0000000001")).isEqualTo(quantity("1000000001n"));
    }

    @Test
    void binaryValue_stopsAtTheLargestLong_andDecimalDoesNot() {
        assertThat(quantity("100Ei").value()).isEqualByComparingTo(BigDecimal.valueOf(Long.MAX_VALUE));
        assertThat(quantity("-100Ei").value()).isEqualByComparingTo(BigDecimal.valueOf(-Long.MAX_VALUE));
        assertThat(quantity("100E").value()).isEqualByComparingTo("100e18");
    }

    @Test
    void integer_isGivenOnlyWhereTheNotationHoldsOne() {
        assertThat(quantity("5").asInteger()).isEqualTo(5L);
        assertThat(quantity("5k").asInteger()).isEqualTo(5_000L);
        assertThat(quantity("1Gi").asInteger()).isEqualTo(1L << 30);
        assertThat(quantity("5000m").asInteger()).isNull();
        assertThat(quantity("5.0").asInteger()).isNull();
        assertThat(quantity("9223372036854775807").asInteger()).isNull();
        assertThat(quantity("999999999999999999k").asInteger()).isNull();
        assertThat(Quantity.of(7).asInteger()).isEqualTo(7L);
        assertThat(Quantity.of(BigDecimal.TEN).asInteger()).isNull();
    }

    @Test
    void equality_isThatOfTheValue() {
        assertThat(quantity("1Gi")).isEqualTo(quantity("1024Mi")).hasSameHashCodeAs(quantity("1024Mi"));
        assertThat(quantity("0")).isEqualTo(quantity("-0.000")).hasSameHashCodeAs(quantity("Mi"));
        assertThat(quantity("1.50")).hasToString("1.5").isEqualTo(quantity("1500m"));
        assertThat(quantity("1")).isNotEqualTo(quantity("1m")).isNotEqualTo("1");
    }

    @Test
    void order_isThatOfTheValues() {
        Seeds.each(200, random -> {
            List<Quantity> quantities = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String sign = Seeds.oneOf(random, "", "-", "+");
                String suffix = Seeds.oneOf(random, "", "m", "k", "Ki", "M", "Mi", "n", "e2", "E-1", "Ei", "E");
                quantities.add(quantity(sign + random.nextInt(2_000) + "." + random.nextInt(100) + suffix));
            }
            Collections.sort(quantities);
            for (int i = 1; i < quantities.size(); i++) {
                assertThat(quantities.get(i - 1).value())
                        .isLessThanOrEqualTo(quantities.get(i).value());
            }
        });
    }

    @Test
    void textOfAMillionDigits_isRefusedAtOnce() {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            assertThat(Quantity.parse("9".repeat(1_000_000))).isNull();
            assertThat(Quantity.parse("1." + "9".repeat(1_000_000) + "Gi")).isNull();
            assertThat(quantity("1e9999")).isGreaterThan(quantity("1e9998"));
        });
    }

    private static Quantity quantity(String text) {
        return Objects.requireNonNull(Quantity.parse(text), text);
    }
}
