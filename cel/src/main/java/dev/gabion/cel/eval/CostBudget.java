package dev.gabion.cel.eval;

import org.jspecify.annotations.Nullable;

/**
 * What one phase of a policy, such as its validations, may still spend on expressions and the variables they read.
 * Source: the admission specification, section 4.
 */
public final class CostBudget {
    /** What the API server allows validations, messages and audit annotations of one policy and binding. */
    public static final long PHASE = 10_000_000;

    /** What it allows match conditions. */
    public static final long MATCH_CONDITIONS = 2_500_000;

    private long remaining;

    public CostBudget(long units) {
        this.remaining = units;
    }

    public long remaining() {
        return remaining;
    }

    /**
     * Evaluates an expression under the limit of one expression and pays for it.
     *
     * @throws EvaluationStopped where the budget, the expression's own limit or the deadline is used up
     */
    public Object evaluate(CheckedExpression expression, Frame frame, @Nullable PolicyVariables variables) {
        frame.resetCost();
        frame.costLimit(Frame.EXPRESSION_COST_LIMIT);
        EvaluationStopped over = null;
        Object value = NullValue.NULL;
        try {
            value = expression.eval(frame);
        } catch (EvaluationStopped stopped) {
            if (stopped.limit() != EvaluationStopped.Limit.COST_LIMIT) {
                throw stopped;
            }
            over = stopped;
        }
        pay(variables == null ? 0 : variables.takeCost());
        pay(frame.cost());
        if (over != null) {
            throw over;
        }
        return value;
    }

    private void pay(long units) {
        if (units > remaining) {
            throw new EvaluationStopped(EvaluationStopped.Limit.BUDGET);
        }
        remaining -= units;
    }
}
