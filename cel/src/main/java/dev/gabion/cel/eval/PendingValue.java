package dev.gabion.cel.eval;

/** The initial value of a loop's accumulator, computed when it is first read, as the API server does. */
final class PendingValue {
    private final Expression expression;

    PendingValue(Expression expression) {
        this.expression = expression;
    }

    Object value(Frame frame) {
        return expression.eval(frame);
    }
}
