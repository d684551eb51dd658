package dev.gabion.cel.eval;

/** Evaluates while planning what the API server evaluates while planning. */
record FoldedConstant(Expression expression) {
    /** A constant of the expression's value; the expression itself where it fails. */
    Expression constant() {
        Object value = expression.eval(new Frame());
        return value instanceof CelError ? expression : new Constant(expression.id(), expression.offset(), value);
    }
}
