package dev.gabion.cel.vectors;

import dev.gabion.cel.compile.CompileException;
import dev.gabion.cel.compile.Environment;
import dev.gabion.cel.compile.ExpressionCompiler;
import dev.gabion.cel.compile.VariableType;
import dev.gabion.cel.eval.CelError;
import dev.gabion.cel.eval.CheckedExpression;
import dev.gabion.cel.eval.EvaluationStopped;
import dev.gabion.cel.eval.Frame;
import dev.gabion.cel.eval.NullValue;
import dev.gabion.cel.eval.Values;
import dev.gabion.kube.read.Chunk;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a file of vectors. Every line that is a question counts; one this evaluator cannot be asked yet is a
 * disagreement.
 */
public final class VectorRun {
    private static final int DEFAULT_MINOR = 36;

    private final Map<String, Node> fixtures = new HashMap<>();
    private final Map<Environment, ExpressionCompiler> compilers = new HashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    /** How one vector went: agreement on the answer, and separately on its cost. */
    public record Outcome(String id, String kind, boolean agrees, boolean costAgrees, String detail) {}

    /** Runs a file, gzipped or not, and prints the disagreements and a summary as the last line. */
    public static void main(String[] args) throws IOException {
        VectorRun run = of(Path.of(args[0]));
        for (Outcome outcome : run.outcomes) {
            if (!outcome.agrees || !outcome.costAgrees) {
                System.out.println((outcome.agrees ? "cost " : "") + outcome.id + ": " + outcome.detail);
            }
        }
        System.out.println(run.summary());
    }

    public static VectorRun of(Path file) throws IOException {
        VectorRun run = new VectorRun();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    run.line((MapNode) DocumentParser.tree(line.getBytes(StandardCharsets.UTF_8), Chunk.Syntax.JSON));
                }
            }
        }
        return run;
    }

    public List<Outcome> outcomes() {
        return outcomes;
    }

    public String summary() {
        long agree = outcomes.stream().filter(Outcome::agrees).count();
        long costs = outcomes.stream().filter(o -> o.agrees && !o.costAgrees).count();
        return agree + " of " + outcomes.size() + " agree, " + costs + " costs differ";
    }

    private void line(MapNode vector) {
        String kind = String.valueOf(vector.string("kind"));
        switch (kind) {
            case "header" -> {}
            case "fixture" -> fixtures.put(String.valueOf(vector.string("name")), vector.get("value"));
            case "expression" -> outcomes.add(expression(vector));
            default -> outcomes.add(new Outcome(id(vector), kind, false, false, "kind not supported: " + kind));
        }
    }

    private static String id(MapNode vector) {
        return String.valueOf(vector.string("id"));
    }

    private Outcome expression(MapNode vector) {
        String source = String.valueOf(vector.string("expression"));
        MapNode answer = (MapNode) vector.get("answer");
        boolean wantsCompileError = answer.has("compile_error");
        CheckedExpression checked;
        Map<String, VariableType> variables = variables(vector);
        try {
            checked = compiler(Environment.of(minor(vector), variables)).compile(source);
        } catch (CompileException e) {
            return outcome(vector, wantsCompileError, true, source + " => does not compile: " + e.text());
        }
        if (wantsCompileError) {
            return outcome(vector, false, true, source + " => compiles, want " + answer.string("compile_error"));
        }
        Frame frame = new Frame().costLimit(Frame.EXPRESSION_COST_LIMIT).deadline(System.nanoTime() + 10_000_000_000L);
        bind(frame, vector, List.copyOf(variables.keySet()));
        Object value;
        String stopped = null;
        try {
            value = checked.eval(frame);
        } catch (EvaluationStopped e) {
            value = NullValue.NULL;
            stopped = e.limit().name().toLowerCase(Locale.ROOT);
        }
        return judge(vector, answer, source, value, stopped, frame.cost());
    }

    private static Outcome judge(
            MapNode vector, MapNode answer, String source, Object value, @Nullable String stopped, long cost) {
        String wantedError = answer.string("errorClass");
        String gotError = stopped != null
                ? stopped
                : value instanceof CelError e ? e.kind().name().toLowerCase(Locale.ROOT) : null;
        boolean agrees = wantedError == null
                ? gotError == null && AnswerValue.matches(value, answer.get("result"))
                : wantedError.equals(gotError);
        boolean costAgrees = !(answer.get("cost") instanceof ScalarNode c)
                || Long.valueOf(cost).equals(c.value());
        return outcome(
                vector,
                agrees,
                costAgrees,
                source + " => " + value + (stopped == null ? "" : " " + stopped) + " cost " + cost + ", want "
                        + answer.get("result") + " " + wantedError + " cost " + answer.get("cost"));
    }

    private static Outcome outcome(MapNode vector, boolean agrees, boolean costAgrees, String detail) {
        return new Outcome(id(vector), "expression", agrees, costAgrees, detail);
    }

    private ExpressionCompiler compiler(Environment environment) {
        return compilers.computeIfAbsent(environment, ExpressionCompiler::new);
    }

    private static int minor(MapNode vector) {
        if ("stored".equals(vector.string("mode"))) {
            return DEFAULT_MINOR;
        }
        String version = vector.string("kubeVersion");
        return version == null ? DEFAULT_MINOR : Integer.parseInt(version.substring(version.indexOf('.') + 1));
    }

    private static Map<String, VariableType> variables(MapNode vector) {
        Map<String, VariableType> all = new LinkedHashMap<>();
        all.put("object", VariableType.DYN);
        all.put("oldObject", VariableType.DYN);
        all.put("request", VariableType.REQUEST);
        all.put("namespaceObject", VariableType.NAMESPACE);
        if (vector.has("params") || vector.has("hasParams")) {
            all.put("params", VariableType.DYN);
        }
        return all;
    }

    private void bind(Frame frame, MapNode vector, List<String> names) {
        MapNode answer = (MapNode) vector.get("answer");
        Node seen = answer.get("seen");
        for (int slot = 0; slot < names.size(); slot++) {
            String name = names.get(slot);
            Object value = switch (name) {
                case "object" -> seen == null ? fixture(vector.get(name)) : Values.of(seen);
                case "request" -> RequestVector.request(vector);
                case "namespaceObject" -> RequestVector.namespace(vector.get(name));
                default -> fixture(vector.get(name));
            };
            frame.set(slot, value);
        }
    }

    private Object fixture(@Nullable Node node) {
        if (node instanceof MapNode map && map.string("$ref") != null) {
            return Values.of(fixtures.get(map.string("$ref")));
        }
        return node == null ? NullValue.NULL : Values.of(node);
    }

    /** For readers of lists in vectors. */
    static List<String> strings(@Nullable Node node) {
        List<String> all = new ArrayList<>();
        if (node instanceof ListNode list) {
            list.forEach(n -> all.add(n.toString()));
        }
        return all;
    }
}
