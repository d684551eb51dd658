package dev.gabion.cel.eval;

import java.util.List;

/** A literal, or what could be computed while planning. Costs nothing. */
public final class Constant extends Expression {
    private final Object value;

    Constant(int id, int offset, Object value) {
        super(id, offset);
        this.value = value;
    }

    public Object value() {
        return value;
    }

    @Override
    public Object eval(Frame frame) {
        return value;
    }

    @Override
    public List<Expression> children() {
        return List.of();
    }

    static boolean all(List<Expression> expressions) {
        for (Expression expression : expressions) {
            if (!(expression instanceof Constant)) {
                return false;
            }
        }
        return true;
    }

    /** The expression's value as a constant; the expression itself where it fails. */
    static Expression folded(Expression expression) {
        Object value = expression.eval(new Frame());
        return value instanceof CelError ? expression : new Constant(expression.id(), expression.offset(), value);
    }
}
