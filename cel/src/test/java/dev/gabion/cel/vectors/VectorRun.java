package dev.gabion.cel.vectors;

import dev.gabion.cel.compile.Environment;
import dev.gabion.cel.compile.ExpressionCompiler;
import dev.gabion.cel.eval.FieldNames;
import dev.gabion.kube.read.Chunk.Syntax;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * Runs a file of vectors. Every line that is a question counts; one this evaluator cannot be asked yet is a
 * disagreement.
 */
public final class VectorRun {
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
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return of(in);
        }
    }

    /** Runs lines of JSON. */
    public static VectorRun of(InputStream in) throws IOException {
        VectorRun run = new VectorRun();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                run.line((MapNode) DocumentParser.tree(line.getBytes(StandardCharsets.UTF_8), Syntax.JSON));
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
            case "expression" -> outcomes.add(new ExpressionVector(vector, fixtures, this::compiler).run());
            case "escape" -> outcomes.add(escape(vector));
            default -> outcomes.add(new Outcome(id(vector), kind, false, false, "kind not supported: " + kind));
        }
    }

    private static String id(MapNode vector) {
        return String.valueOf(vector.string("id"));
    }

    private static Outcome escape(MapNode vector) {
        String name = String.valueOf(vector.string("expression"));
        MapNode answer = (MapNode) vector.get("answer");
        String escaped = FieldNames.escape(name);
        String unescaped = FieldNames.unescape(name);
        boolean agrees = Objects.equals(escaped, answer.string("escaped"))
                && Objects.equals(unescaped, answer.string("unescaped"));
        return new Outcome(
                id(vector), "escape", agrees, true, name + " => " + escaped + ", " + unescaped + ", want " + answer);
    }

    private ExpressionCompiler compiler(Environment environment) {
        return compilers.computeIfAbsent(environment, ExpressionCompiler::new);
    }
}
