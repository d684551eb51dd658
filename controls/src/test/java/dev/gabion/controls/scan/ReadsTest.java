package dev.gabion.controls.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.cel.compile.Environment;
import dev.gabion.cel.compile.ExpressionCompiler;
import dev.gabion.cel.compile.VariableType;
import dev.gabion.kube.read.Chunk;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.kube.tree.JsonText;
import dev.gabion.kube.tree.MapNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mask made of what an expression reads keeps all of that, and little else. */
class ReadsTest {
    private static final MapNode POD =
            (MapNode) DocumentParser.tree("""
            {"a": {"b": {"c": 1}, "d": 2}, "labels": {"x": "1", "y": "2"},
             "list": [{"n": "p", "v": 1, "sub": [{"k": 1, "w": 2}]}, {"n": "q", "v": 2}], "other": [{"n": "r", "v": 3}]}
            """.getBytes(StandardCharsets.UTF_8), Chunk.Syntax.JSON);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pod.a.b.c == 1                                    | {"a":{"b":{"c":1}}}
            has(pod.a.b)                                      | {"a":{"b":{"c":1}}}
            pod.?a.?d.orValue(0) == 2                         | {"a":{"d":2}}
            pod.labels['x'] == '1'                            | {"labels":{"x":"1"}}
            pod.list.all(i, i.v > 0)                          | {"list":[{"v":1},{"v":2}]}
            pod.list.exists(i, i.?sub.orValue([]).exists(j, j.k == 1)) | {"list":[{"sub":[{"k":1}]},{}]}
            (pod.list + pod.other).all(i, i.v > 0)            | {"list":[{"v":1},{"v":2}],"other":[{"v":3}]}
            pod.list.size() == 2                              | {"list":[{},{}]}
            pod.list.filter(i, i.v > 1).map(i, i.n) == ['q']  | {"list":[{"n":"p","v":1},{"n":"q","v":2}]}
            pod.labels.all(k, pod.labels[k] != '')            | {"labels":{"x":"1","y":"2"}}
            pod.labels.exists(k, v, v == '1')                 | {"labels":{"x":"1","y":"2"}}
            (pod.a.d == 2 ? pod.list : pod.other)[0].n == 'p' | {"a":{"d":2},"list":[{"n":"p"},{"n":"q"}],"other":[{"n":"r"}]}
            pod.a == pod.labels                               | {"a":{"b":{"c":1},"d":2},"labels":{"x":"1","y":"2"}}
            [pod.a.b, pod.a].all(x, has(x.c))                 | {"a":{"b":{"c":1}}}
            """)
    void mask_keepsWhatTheExpressionReads(String source, String kept) throws Exception {
        var environment = Environment.of(36, Map.of("pod", VariableType.DYN));
        var checked = new ExpressionCompiler(environment).compile(source.strip());
        Mask mask = new Mask();

        new Reads().bind(0, mask).add(checked.root());

        assertThat(JsonText.of(mask.apply(POD))).isEqualTo(kept.strip());
    }
}
