package dev.gabion.cel.vectors;

import dev.gabion.cel.compile.CompileException;
import dev.gabion.cel.compile.Environment;
import dev.gabion.cel.compile.ExpressionCompiler;
import dev.gabion.cel.compile.VariableType;
import dev.gabion.cel.eval.Authorizer;
import dev.gabion.cel.eval.CelError;
import dev.gabion.cel.eval.CheckedExpression;
import dev.gabion.cel.eval.CostBudget;
import dev.gabion.cel.eval.EvaluationStopped;
import dev.gabion.cel.eval.Frame;
import dev.gabion.cel.eval.NullValue;
import dev.gabion.cel.eval.PolicyVariables;
import dev.gabion.cel.eval.Values;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One question about one expression: compiled, bound, evaluated under the budget, compared with the answer. */
final class ExpressionVector {
    private static final int DEFAULT_MINOR = 36;
    private static final long TIME = 20_000_000_000L;

    private final MapNode vector;
    private final MapNode answer;
    private final Map<String, Node> fixtures;
    private final Function<Environment, ExpressionCompiler> compilers;
    private final Map<String, VariableType> declared = new LinkedHashMap<>();
    private final Map<String, CheckedExpression> variables = new LinkedHashMap<>();
    private final Map<String, String> failed = new LinkedHashMap<>();

    ExpressionVector(MapNode vector, Map<String, Node> fixtures, Function<Environment, ExpressionCompiler> compilers) {
        this.vector = vector;
        this.answer = (MapNode) vector.get("answer");
        this.fixtures = fixtures;
        this.compilers = compilers;
    }

    VectorRun.Outcome run() {
        String source = String.valueOf(vector.string("expression"));
        boolean refused = answer.has("compile_error");
        CheckedExpression checked;
        try {
            checked = compilers.apply(environment()).compile(source);
        } catch (CompileException e) {
            return outcome(refused, true, source + " => does not compile: " + e.text());
        }
        if (refused) {
            return outcome(false, true, source + " => compiles, want " + answer.string("compile_error"));
        }
        if (!checked.type().equals(answer.string("type"))) {
            return outcome(false, true, source + " => type " + checked.type() + ", want " + answer.string("type"));
        }
        return evaluated(checked);
    }

    /** Declares what policies see, and compiles the policy's variables one after the other. */
    private Environment environment() {
        declared.put("object", VariableType.DYN);
        declared.put("oldObject", VariableType.DYN);
        declared.put("request", VariableType.REQUEST);
        declared.put("namespaceObject", VariableType.NAMESPACE);
        declared.put("variables", VariableType.VARIABLES);
        if (vector.has("params") || vector.has("hasParams")) {
            declared.put("params", VariableType.DYN);
        }
        if (!vector.has("noAuthorizer")) {
            declared.put("authorizer", VariableType.AUTHORIZER);
            declared.put("authorizer.requestResource", VariableType.RESOURCE_CHECK);
        }
        Environment environment = Environment.of(minor(), declared);
        for (Node node : vector.list("variables")) {
            MapNode variable = (MapNode) node;
            String name = String.valueOf(variable.string("name"));
            String type = "dyn";
            try {
                CheckedExpression compiled =
                        compilers.apply(environment).compile(String.valueOf(variable.string("expression")));
                type = compiled.type();
                variables.put(name, compiled);
            } catch (CompileException e) {
                failed.put(name, e.text());
            }
            environment = environment.withField(name, type);
        }
        return environment;
    }

    private int minor() {
        String version = vector.string("kubeVersion");
        boolean stored = "stored".equals(vector.string("mode"));
        return stored || version == null
                ? DEFAULT_MINOR
                : Integer.parseInt(version.substring(version.indexOf('.') + 1));
    }

    private VectorRun.Outcome evaluated(CheckedExpression checked) {
        Frame frame = new Frame().deadline(System.nanoTime() + TIME);
        PolicyVariables policy = bind(frame);
        CostBudget budget = new CostBudget(
                vector.get("budget") instanceof ScalarNode s && s.value() instanceof Long given
                        ? given
                        : CostBudget.PHASE);
        long before = budget.remaining();
        Object value = NullValue.NULL;
        String failure;
        try {
            value = budget.evaluate(checked, frame, policy);
            failure = value instanceof CelError e ? name(e.kind()) : null;
        } catch (EvaluationStopped e) {
            failure = e.limit() == EvaluationStopped.Limit.BUDGET ? "cost_budget" : name(e.limit());
        }
        return judge(value, failure, before - budget.remaining());
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private PolicyVariables bind(Frame frame) {
        Frame bindings = new Frame();
        PolicyVariables policy = new PolicyVariables(bindings);
        variables.forEach(policy::add);
        failed.forEach(policy::addFailed);
        List<String> names = List.copyOf(declared.keySet());
        Node seen = answer.get("seen");
        for (int slot = 0; slot < names.size(); slot++) {
            String name = names.get(slot);
            Object value = switch (name) {
                case "object" -> seen == null ? fixture(vector.get(name)) : Values.of(seen);
                case "request" -> RequestVector.request(vector);
                case "namespaceObject" -> RequestVector.namespace(vector.get(name));
                case "variables" -> policy;
                case "authorizer" -> Values.authorizer(authorizer());
                case "authorizer.requestResource" -> Values.requestResource(authorizer(), requested());
                default -> fixture(vector.get(name));
            };
            frame.set(slot, value);
            bindings.set(slot, value);
        }
        return policy;
    }

    private Authorizer authorizer() {
        MapNode request = vector.map("request");
        String user = request == null ? null : request.string("username");
        ListNode rules = vector.list("authorizer");
        return new AuthorizerRules(rules, user == null ? "alice" : user);
    }

    private Authorizer.Resource requested() {
        MapNode request = RequestVector.request(vector);
        MapNode resource = (MapNode) request.get("resource");
        return new Authorizer.Resource(
                text(resource, "group"),
                text(resource, "resource"),
                text(request, "subResource"),
                text(request, "namespace"),
                text(request, "name"),
                "",
                "");
    }

    private static String text(MapNode map, String key) {
        String value = map.string(key);
        return value == null ? "" : value;
    }

    private Object fixture(@Nullable Node node) {
        String name = node instanceof MapNode map ? map.string("$ref") : null;
        if (name != null) {
            return Values.of(fixtures.get(name));
        }
        return node == null ? NullValue.NULL : Values.of(node);
    }

    private VectorRun.Outcome judge(Object value, @Nullable String failure, long cost) {
        String wanted = answer.string("errorClass");
        boolean agrees = wanted == null
                ? failure == null && AnswerValue.matches(value, answer.get("result"))
                : wanted.equals(failure);
        boolean costAgrees = !(answer.get("cost") instanceof ScalarNode c)
                || Long.valueOf(cost).equals(c.value());
        String source = vector.string("expression");
        return outcome(
                agrees,
                costAgrees,
                source + " => " + value + " " + failure + " cost " + cost + ", want " + answer.get("result") + " "
                        + wanted + " cost " + answer.get("cost"));
    }

    private VectorRun.Outcome outcome(boolean agrees, boolean costAgrees, String detail) {
        return new VectorRun.Outcome(String.valueOf(vector.string("id")), "expression", agrees, costAgrees, detail);
    }
}
