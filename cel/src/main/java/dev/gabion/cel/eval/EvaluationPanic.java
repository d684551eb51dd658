package dev.gabion.cel.eval;

/**
 * The API server's evaluator gives up on the whole expression: where it meets an error it is not prepared for. Unlike
 * an ordinary error this one is not absorbed by anything in the expression.
 */
final class EvaluationPanic extends RuntimeException {
    private final transient CelError error;

    EvaluationPanic(String message) {
        super(message, null, false, false);
        this.error = CelError.other("internal error: " + message);
    }

    CelError error() {
        return error;
    }
}
