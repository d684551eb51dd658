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
}
