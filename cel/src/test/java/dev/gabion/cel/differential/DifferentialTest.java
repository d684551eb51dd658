package dev.gabion.cel.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.gabion.cel.eval.TestValues;
import dev.gabion.cel.eval.Values;
import dev.gabion.kube.read.Chunk.Syntax;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.testing.Seeds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Generated expressions answer as dev.cel's planner runtime answers them. */
final class DifferentialTest {
    private static final int RUNS = Integer.getInteger("gabion.differential.runs", 3_000);
    private static final List<String> KINDS =
            List.of("bool", "int", "uint", "double", "string", "ints", "strings", "counts", "dyns", "dyn", "optional");

    private static final Map<String, CelType> VARIABLES = new LinkedHashMap<>(Map.of(
            "object", SimpleType.DYN,
            "i", SimpleType.INT,
            "u", SimpleType.UINT,
            "d", SimpleType.DOUBLE,
            "s", SimpleType.STRING,
            "b", SimpleType.BYTES,
            "l", ListType.create(SimpleType.INT),
            "m", MapType.create(SimpleType.STRING, SimpleType.INT)));

    private static final List<String> OBJECTS = List.of("""
            {"yes": true, "name": "web", "names": ["b", "a"], "mixed": [1, "a", null, 2.5, [1], {"k": 1}],
             "list": [{"name": "x"}, {}], "deep": {"list": [{"name": "y"}], "yes": false}, "whole": [5, 6]}""", """
            {"yes": "true", "name": "", "names": [], "mixed": [], "list": [], "deep": {}, "whole": {"0": 1}}""", """
            {"name": "1", "names": ["1", "22"], "mixed": [0.0, 1, 1.0], "deep": {"deep": {"name": 1}}}""");

    private final String grammar = grammar();
    private final PlannerComparison comparison = new PlannerComparison(VARIABLES);

    @Test
    void generatedExpressions_ofEveryKind_answerAsThePlannerDoes() {
        Seeds.each(RUNS, random -> {
            ExpressionGenerator generator = new ExpressionGenerator(grammar, random);
            String source = generator.expression(KINDS.get(random.nextInt(KINDS.size())), 1 + random.nextInt(5));

            assertThat(comparison.difference(source, bindings(random))).isNull();
        });
    }

    private static Map<String, Object> bindings(Random random) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("object", tree(Seeds.oneOf(random, OBJECTS.toArray(String[]::new))));
        values.put("i", Seeds.oneOf(random, 0L, 1L, -3L, Long.MAX_VALUE, Long.MIN_VALUE));
        values.put("u", TestValues.uint(Seeds.oneOf(random, 0L, 1L, -1L)));
        values.put("d", Seeds.oneOf(random, 0.0, 1.0, Double.NaN, Double.POSITIVE_INFINITY, 1e19));
        values.put("s", Seeds.oneOf(random, "", "a", "a,b", "日本", "3"));
        values.put("b", TestValues.bytes(Seeds.oneOf(random, "", "b").getBytes(StandardCharsets.UTF_8)));
        values.put("l", TestValues.list(random.nextBoolean() ? List.of() : List.of(3L, 1L, 2L)));
        values.put("m", tree(random.nextBoolean() ? "{}" : "{\"a\": 2, \"c\": -1}"));
        return values;
    }

    private static Object tree(String json) {
        return Values.of(DocumentParser.tree(json.getBytes(StandardCharsets.UTF_8), Syntax.JSON));
    }

    private static String grammar() {
        try (InputStream in = Objects.requireNonNull(DifferentialTest.class.getResourceAsStream("grammar.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
