package dev.gabion.controls.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {
    private static AddressBlock block(String text) {
        AddressBlock read = text.indexOf('/') < 0 ? AddressBlock.address(text) : AddressBlock.parse(text);
        return Objects.requireNonNull(read, text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, 169.254.169.254",
        "169.254.169.254/32, 169.254.169.254",
        "169.254.0.0/16, 169.254.170.2/32",
        "169.254.169.255/31, 169.254.169.254",
        "10.1.2.3/8, 10.255.255.255",
        "::/0, fd00:ec2::254",
        "fd00::/8, fd00:ec2::254",
        "fd00:ec2::254/128, fd00:0ec2:0:0:0:0:0:254",
        "::ffff:10.0.0.0/104, ::ffff:10.1.2.3"
    })
    void contains_addressInside_isTrue(String outer, String inner) {
        assertThat(block(outer).contains(block(inner))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "169.254.169.253/32, 169.254.169.254",
        "10.0.0.0/9, 10.128.0.0",
        "10.0.0.0/9, 10.0.0.0/8",
        "0.0.0.0/0, fd00:ec2::254",
        "::/0, 169.254.169.254",
        "fd00::/16, fd01::1"
    })
    void contains_addressOutsideOrOfTheOtherFamily_isFalse(String outer, String inner) {
        assertThat(block(outer).contains(block(inner))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "10.0.0.0/33",
                "10.0.0/8",
                "256.0.0.0/8",
                "10.0.0.0/-1",
                "10.0.0.0/08",
                "/8",
                "::/129",
                "1:2:3:4:5:6:7/64",
                "1:2:3:4:5:6:7:8:9/64",
                "1::2::3/64",
                "g::/64",
                "12345::/64",
                ""
            })
    void parse_noBlock_isNull(String text) {
        assertThat(AddressBlock.parse(text)).isNull();
    }

    @Test
    void parse_absent_isNull() {
        assertThat(AddressBlock.parse(null)).isNull();
    }

    @Test
    void overlaps_eitherWayRound() {
        assertThat(block("10.0.0.0/8").overlaps(block("10.1.0.0/16"))).isTrue();
        assertThat(block("10.1.0.0/16").overlaps(block("10.0.0.0/8"))).isTrue();
        assertThat(block("10.1.0.0/16").overlaps(block("10.2.0.0/16"))).isFalse();
    }
}
