package dev.gabion.kube.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.kube.read.TestTrees;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.testing.TestData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The API server's own answers to questions on quantity literals are ours. */
class QuantityVectorsTest {
    private static final String LITERAL = "quantity\\('([^'\\\\]*)'\\)";
    private static final Pattern PARSE = Pattern.compile(LITERAL);
    private static final Pattern INTEGER = Pattern.compile(LITERAL + "\\.(asInteger|isInteger)\\(\\)");
    private static final Pattern SIGN = Pattern.compile("sign\\(" + LITERAL + "\\)");
    private static final Pattern COMPARE =
            Pattern.compile(LITERAL + "\\.(compareTo|isGreaterThan|isLessThan)\\(" + LITERAL + "\\)");
    private static final Pattern EQUAL = Pattern.compile(LITERAL + " (==|!=) " + LITERAL);

    @Test
    void answersOnLiterals_areTheServers() throws IOException {
        int held = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(TestData.file("cel-vectors.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("uantity")) {
                    held += holds(line) ? 1 : 0;
                }
            }
        }
        assertThat(held).isEqualTo(155);
    }

    /** Whether the line asks about a literal; the answer is checked then. */
    private static boolean holds(String line) {
        MapNode vector = (MapNode) TestTrees.json(line.getBytes(StandardCharsets.UTF_8));
        String expression = vector.string("expression");
        String answer = expression == null ? null : answer(expression);
        MapNode given = Objects.requireNonNull(vector.map("answer"));
        if (expression == null || answer == null || given.has("compile_error")) {
            return false;
        }
        MapNode result = given.map("result");
        if (result == null) {
            assertThat(answer).as(expression).isEqualTo("error");
        } else if (result.has("quantity")) {
            assertThat(new BigDecimal(answer)).as(expression).isEqualByComparingTo(result.string("quantity"));
        } else {
            assertThat(answer).as(expression).isEqualTo(result.value(0).toString());
        }
        return true;
    }

    private static @Nullable String answer(String expression) {
        Matcher parse = PARSE.matcher(expression);
        if (parse.matches()) {
            Quantity quantity = Quantity.parse(parse.group(1));
            return quantity == null ? "error" : quantity.toString();
        }
        Matcher integer = INTEGER.matcher(expression);
        if (integer.matches()) {
            Long value = quantity(integer.group(1)).asInteger();
            boolean asked = integer.group(2).equals("isInteger");
            return asked ? String.valueOf(value != null) : value == null ? "error" : String.valueOf(value);
        }
        Matcher sign = SIGN.matcher(expression);
        if (sign.matches()) {
            return String.valueOf(quantity(sign.group(1)).sign());
        }
        Matcher equal = EQUAL.matcher(expression);
        if (equal.matches()) {
            boolean same = quantity(equal.group(1)).equals(quantity(equal.group(3)));
            return String.valueOf(same == equal.group(2).equals("=="));
        }
        Matcher compare = COMPARE.matcher(expression);
        return compare.matches() ? compared(compare) : null;
    }

    private static String compared(Matcher compare) {
        int order = quantity(compare.group(1)).compareTo(quantity(compare.group(3)));
        return switch (compare.group(2)) {
            case "isGreaterThan" -> String.valueOf(order > 0);
            case "isLessThan" -> String.valueOf(order < 0);
            default -> String.valueOf(order);
        };
    }

    private static Quantity quantity(String text) {
        return Objects.requireNonNull(Quantity.parse(text), text);
    }
}
