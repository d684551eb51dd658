package dev.gabion.kube.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.testing.Seeds;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Our check of UTF-8 agrees with Java's decoder, down to the offset of the first wrong byte. */
class Utf8Properties {
    @Test
    void firstWrongByte_isWhereJavasDecoderStops() {
        Seeds.each(50_000, random -> {
            byte[] text = random.nextBoolean() ? noise(random) : damaged(random);
            assertThat(Utf8.invalidAt(text)).isEqualTo(decoderStopsAt(text));
        });
    }

    @Test
    void everyCharacter_isValid_andEverySurrogateIsNot() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c += c < 0x3000 ? 1 : 61) {
            boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            byte[] text = surrogate
                    ? new byte[] {(byte) 0xED, (byte) (0x80 | (c >> 6 & 0x3F)), (byte) (0x80 | (c & 0x3F))}
                    : Character.toString(c).getBytes(StandardCharsets.UTF_8);
            assertThat(Utf8.invalidAt(text)).isEqualTo(surrogate ? 0 : -1);
        }
    }

    private static byte[] noise(Random random) {
        byte[] leads = {0x41, (byte) 0xC2, (byte) 0xE0, (byte) 0xED, (byte) 0xF0, (byte) 0xF4, (byte) 0x80, (byte) 0xBF
        };
        byte[] text = new byte[1 + random.nextInt(6)];
        for (int i = 0; i < text.length; i++) {
            text[i] = random.nextInt(3) == 0 ? (byte) random.nextInt(256) : leads[random.nextInt(leads.length)];
        }
        return text;
    }

    private static byte[] damaged(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(Seeds.oneOf(random, "a", "é", "日", "😀", "\u0000", "\uFFFD"));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return bytes;
    }

    private static int decoderStopsAt(byte[] text) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(text);
        boolean valid =
                !decoder.decode(in, CharBuffer.allocate(text.length + 1), true).isError();
        return valid ? -1 : in.position();
    }
}
