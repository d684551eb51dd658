package dev.gabion.cel.eval;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code variables}: each variable of a policy is evaluated when it is first read, for one request, and
 * remembered. Every variable has the cost limit of an expression to itself; what they cost together is charged to the
 * policy's budget, not to the expression that reads them. A variable that fails is an error where it is read.
 */
public final class PolicyVariables implements StructValue {
    private final Map<String, Variable> variables = new HashMap<>();
    private final Frame bindings;
    private long cost;

    private static final class Variable {
        private final @Nullable CheckedExpression expression;
        private final String failure;
        private @Nullable Object value;

        Variable(@Nullable CheckedExpression expression, String failure) {
            this.expression = expression;
            this.failure = failure;
        }
    }

    /** @param bindings where the variables' own variables are bound, {@code variables} among them once this exists */
    public PolicyVariables(Frame bindings) {
        this.bindings = bindings;
    }

    public PolicyVariables add(String name, CheckedExpression expression) {
        variables.put(name, new Variable(expression, ""));
        return this;
    }

    /** Adds a variable that does not compile; reading it is an error that says why. */
    public PolicyVariables addFailed(String name, String reason) {
        variables.put(name, new Variable(null, reason));
        return this;
    }

    /** What evaluating variables has cost since the last call. */
    public long takeCost() {
        long taken = cost;
        cost = 0;
        return taken;
    }

    int size() {
        return variables.size();
    }

    @Override
    public @Nullable Object field(String name, Frame frame) {
        String unescaped = FieldNames.unescape(name);
        Variable variable = variables.get(unescaped);
        if (variable == null) {
            return null;
        }
        Object known = variable.value;
        if (known == null) {
            known = value(unescaped, variable, frame);
            variable.value = known;
        }
        return known;
    }

    private Object value(String name, Variable variable, Frame frame) {
        CheckedExpression expression = variable.expression;
        String prefix = "composited variable \"" + name + "\" fails to ";
        if (expression == null) {
            return new CelError(CelError.Kind.COMPILE, prefix + "compile: " + variable.failure);
        }
        Frame own = bindings.fork(frame).costLimit(Frame.EXPRESSION_COST_LIMIT);
        Object value;
        try {
            value = expression.eval(own);
        } catch (EvaluationStopped stopped) {
            if (stopped.limit() != EvaluationStopped.Limit.COST_LIMIT) {
                throw stopped;
            }
            value = new CelError(CelError.Kind.COST_LIMIT, "operation cancelled: actual cost limit exceeded");
        }
        frame.join(own);
        cost += own.cost();
        return value instanceof CelError error
                ? new CelError(error.kind(), prefix + "evaluate: " + error.message())
                : value;
    }

    @Override
    public boolean has(String name) {
        return variables.containsKey(FieldNames.unescape(name));
    }

    /** The API server evaluates a variable to see whether it is there. */
    @Override
    public Object presence(String name, Frame frame) {
        Object value = field(name, frame);
        return value instanceof CelError ? value : (Object) (value != null);
    }

    @Override
    public boolean hasFixedFields() {
        return false;
    }

    @Override
    public String typeName() {
        return "kubernetes.variables";
    }
}
