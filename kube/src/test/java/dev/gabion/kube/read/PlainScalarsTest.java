package dev.gabion.kube.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain scalars mean what they mean to Kubernetes tooling, which reads YAML 1.1 and passes it on as JSON. */
class PlainScalarsTest {
    @ParameterizedTest
    @ValueSource(strings = {"y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"})
    void word_ofAgreement_isTrue(String word) {
        assertThat(PlainScalars.resolve(word)).isEqualTo(true);
        assertThat(value("a: " + word)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"})
    void word_ofRefusal_isFalse(String word) {
        assertThat(PlainScalars.resolve(word)).isEqualTo(false);
        assertThat(value("a: " + word)).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void word_ofAbsence_isNull(String word) {
        assertThat(PlainScalars.resolve(word)).isNull();
        assertThat(value("a: " + word)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yEs",
                "tRUE",
                "nULL",
                "oN",
                "OFf",
                "yess",
                "nope",
                "offline",
                "truee",
                "~x",
                "none",
                "nil",
                "2020-01-01",
                "2001-12-14t21:59:43.10-05:00",
                "1:30",
                "190:20:30",
                "=",
                "<",
                "-",
                "+",
                ".",
                "..",
                "-.",
                "+-1",
                "--1",
                "1.2.3",
                "1e",
                "1e+",
                "e3",
                ".e3",
                "1_000.5",
                "_1",
                "0x",
                "0b",
                "0o",
                "0xG",
                "0b12",
                "0o8",
                "0x1.8",
                "1k",
                "100m",
                "1Gi",
                "10.0.0.0/8",
                ".inF",
                ".infinity",
                "nan",
                "NaN",
                "inf",
                "-",
                "v1",
                "1 2",
                "１",
                "٣",
                "1e400",
                "-1e400"
            })
    void text_thatIsNothingElse_isString(String text) {
        assertThat(PlainScalars.resolve(text)).isEqualTo(text);
    }

    static Stream<Arguments> integers() {
        return Stream.of(
                Arguments.of("0", 0L),
                Arguments.of("-0", 0L),
                Arguments.of("1", 1L),
                Arguments.of("+1", 1L),
                Arguments.of("-1", -1L),
                Arguments.of("1_000_000", 1_000_000L),
                Arguments.of("1__0_", 10L),
                Arguments.of("0644", 420L),
                Arguments.of("-0644", -420L),
                Arguments.of("00", 0L),
                Arguments.of("0o644", 420L),
                Arguments.of("0O644", 420L),
                Arguments.of("0x1F", 31L),
                Arguments.of("0x1f", 31L),
                Arguments.of("0X1F", 31L),
                Arguments.of("-0x1F", -31L),
                Arguments.of("0x_1_F", 31L),
                Arguments.of("0b11", 3L),
                Arguments.of("0B11", 3L),
                Arguments.of("08", 8L),
                Arguments.of("0999", 999L),
                Arguments.of("123456789012345", 123_456_789_012_345L),
                Arguments.of("1234567890123456", 1_234_567_890_123_456L),
                Arguments.of("9223372036854775807", Long.MAX_VALUE),
                Arguments.of("-9223372036854775808", Long.MIN_VALUE),
                Arguments.of("0x7fffffffffffffff", Long.MAX_VALUE),
                Arguments.of("1.0", 1L),
                Arguments.of("1.", 1L),
                Arguments.of("-3.00", -3L),
                Arguments.of("1e3", 1_000L),
                Arguments.of("1E+3", 1_000L),
                Arguments.of("1.5e1", 15L),
                Arguments.of("0.0", 0L),
                Arguments.of("-0.0", 0L),
                Arguments.of("1e18", 1_000_000_000_000_000_000L));
    }

    @ParameterizedTest
    @MethodSource("integers")
    void number_thatIsWhole_isInteger(String text, long expected) {
        assertThat(PlainScalars.resolve(text)).isEqualTo(expected);
    }

    static Stream<Arguments> floats() {
        return Stream.of(
                Arguments.of("0.5", 0.5),
                Arguments.of(".5", 0.5),
                Arguments.of("-.5", -0.5),
                Arguments.of("+.5", 0.5),
                Arguments.of("1.25", 1.25),
                Arguments.of("1.5e-3", 0.0015),
                Arguments.of("12E-2", 0.12),
                Arguments.of("9223372036854775808", 0x1p63),
                Arguments.of("-9223372036854775809", -0x1p63),
                Arguments.of("18446744073709551616", 0x1p64),
                Arguments.of("0x10000000000000000", 0x1p64),
                Arguments.of("1e19", 1e19),
                Arguments.of("1e300", 1e300),
                Arguments.of(".inf", Double.POSITIVE_INFINITY),
                Arguments.of(".Inf", Double.POSITIVE_INFINITY),
                Arguments.of(".INF", Double.POSITIVE_INFINITY),
                Arguments.of("+.inf", Double.POSITIVE_INFINITY),
                Arguments.of("-.inf", Double.NEGATIVE_INFINITY),
                Arguments.of("-.INF", Double.NEGATIVE_INFINITY),
                Arguments.of(".nan", Double.NaN),
                Arguments.of(".NaN", Double.NaN),
                Arguments.of(".NAN", Double.NaN));
    }

    @ParameterizedTest
    @MethodSource("floats")
    void number_withFractionOrBeyond64Bits_isFloat(String text, double expected) {
        assertThat(PlainScalars.resolve(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "yes", "null", "~", "", "1", "0644", "1.5", ".inf", "=", "<<", "2020-01-01"})
    void quotedScalar_staysString(String text) {
        assertThat(value("a: \"" + text + "\"")).isEqualTo(text);
        assertThat(value("a: '" + text + "'")).isEqualTo(text);
    }

    @Test
    void blockScalar_staysString() {
        assertThat(value("a: |\n  true\n")).isEqualTo("true\n");
        assertThat(value("a: >-\n  1\n  2\n")).isEqualTo("1 2");
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                Arguments.of("y: 1", "true"),
                Arguments.of("Off: 1", "false"),
                Arguments.of("1: 1", "1"),
                Arguments.of("0x10: 1", "16"),
                Arguments.of("1.5: 1", "1.5"),
                Arguments.of("~: 1", "null"),
                Arguments.of("'y': 1", "y"),
                Arguments.of("\"1\": 1", "1"),
                Arguments.of("!!str y: 1", "y"),
                Arguments.of("2020-01-01: 1", "2020-01-01"),
                Arguments.of("=: 1", "="));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void key_isTheTextOfItsValue(String yaml, String key) {
        assertThat(((MapNode) TestTrees.yaml(yaml)).keys()).containsExactly(key);
    }

    static Stream<Arguments> tags() {
        return Stream.of(
                Arguments.of("!!str true", "true"),
                Arguments.of("!!str 1", "1"),
                Arguments.of("!!str", ""),
                Arguments.of("! 1", "1"),
                Arguments.of("!!int 1", 1L),
                Arguments.of("!!int \"1\"", 1L),
                Arguments.of("!!int x", "x"),
                Arguments.of("!!bool \"yes\"", true),
                Arguments.of("!!float 1.5", 1.5),
                Arguments.of("!!null \"\"", null),
                Arguments.of("!!timestamp 2020-01-01", "2020-01-01"),
                Arguments.of("!env_var HOME", "HOME"),
                Arguments.of("!env_var 5", "5"),
                Arguments.of("!!python/object:os.system x", "x"),
                Arguments.of("!<tag:example.org,2000:x> true", "true"));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void tag_ofYamlDecides_andAnyOtherKeepsTheString(String text, @Nullable Object expected) {
        assertThat(value("a: " + text)).isEqualTo(expected);
    }

    @Test
    void binaryTag_isDecodedAsToolingDoes_soThatItHidesNothing() {
        assertThat(value("a: !!binary L3Zhci9ydW4vZG9ja2VyLnNvY2s=")).isEqualTo("/var/run/docker.sock");
        assertThat(value("a: !!binary |\n  L3Zhci9y\n  dW4=\n")).isEqualTo("/var/run");
        assertThat(value("a: !!binary '%%%'")).isEqualTo("%%%");
        assertThat(value("a: !!binary /////w==")).as("bytes that are no text").isEqualTo("/////w==");
    }

    @Test
    void number_ofAMillionDigits_costsNothing() {
        String digits = "9".repeat(1_000_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            assertThat(PlainScalars.resolve(digits)).isEqualTo(digits);
            assertThat(PlainScalars.resolve("0x" + digits)).isEqualTo("0x" + digits);
            assertThat(PlainScalars.resolve("0" + "7".repeat(1_000_000))).isInstanceOf(String.class);
            assertThat(PlainScalars.resolve("1e" + digits)).isInstanceOf(String.class);
        });
    }

    private static @Nullable Object value(String yaml) {
        Node node = ((MapNode) TestTrees.yaml(yaml)).value(0);
        return ((ScalarNode) node).value();
    }
}
