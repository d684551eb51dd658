package dev.gabion.cel.eval;

/** An evaluation ran into its cost limit, its budget, its deadline or a bound of ours on sizes. Nothing absorbs this. */
public final class EvaluationStopped extends RuntimeException {
    private final Limit limit;

    /** Which limit ended the evaluation. */
    public enum Limit {
        COST_LIMIT("cost limit of the expression"),
        BUDGET("cost budget of the policy"),
        DEADLINE("time limit"),
        /** What the expression builds is too large or nested too deeply; the API server has no such limit. */
        SIZE("size limit of results");

        private final String text;

        Limit(String text) {
            this.text = text;
        }
    }

    EvaluationStopped(Limit limit) {
        super("evaluation stopped: the " + limit.text + " is used up", null, false, false);
        this.limit = limit;
    }

    public Limit limit() {
        return limit;
    }
}
