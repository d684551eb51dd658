package dev.gabion.kube.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.testing.Seeds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Lines and columns of any byte of any text. */
class DocumentProperties {
    @Test
    void position_isCountedFromTheText() {
        Seeds.each(2_000, random -> {
            String text = text(random, random.nextInt(3_000));
            Position start = new Position(1 + random.nextInt(5), 1 + random.nextInt(5));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Document document = new Document("a.yaml", 0, 0, start, bytes);
            if (random.nextBoolean()) {
                document.release();
                assertThat(document.bytes()).isNull();
            }
            for (int i = 0; i < 10; i++) {
                int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()) + 1));
                int offset = text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
                assertThat(document.position(offset)).isEqualTo(counted(text, at, start));
                assertThat(document.endLine(0, offset))
                        .isEqualTo(start.line()
                                + (int) text.substring(0, Math.max(0, at - 1))
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count());
            }
        });
    }

    @Test
    void position_inALongLine_isFoundAtOnce() {
        byte[] line = "é".repeat(10_000_000).getBytes(StandardCharsets.UTF_8);
        Document document = new Document("a.yaml", 0, 0, Position.FIRST, line);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 1_000_000; i++) {
                assertThat(document.position(i * 20).column()).isEqualTo(i * 10 + 1);
            }
        });
    }

    private static Position counted(String text, int at, Position start) {
        String before = text.substring(0, at);
        int newline = before.lastIndexOf('\n');
        int line = (int) before.chars().filter(c -> c == '\n').count();
        int column = before.codePointCount(newline + 1, before.length());
        return new Position(start.line() + line, line == 0 ? start.column() + column : column + 1);
    }

    private static String text(Random random, int size) {
        StringBuilder text = new StringBuilder();
        int newlines = 1 + random.nextInt(1_000);
        for (int i = 0; i < size; i++) {
            text.append(
                    random.nextInt(newlines) == 0
                            ? Seeds.oneOf(random, "\n", "\r\n")
                            : Seeds.oneOf(random, "a", "b", "é", "日", "😀", "\t"));
        }
        return text.toString();
    }
}
