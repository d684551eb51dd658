package dev.gabion.cel.eval;

/**
 * {@code o.or(p)} and {@code o.orValue(v)}: the right side is evaluated only when the left is absent, and a left side
 * that is not optional at all is the result, as in the API server.
 */
final class OptionalOr extends Call {
    private final Expression left;
    private final Expression right;
    private final boolean unwraps;

    OptionalOr(Shape shape) {
        super(shape);
        this.left = shape.arg(0);
        this.right = shape.arg(1);
        this.unwraps = shape.function().equals("orValue");
    }

    @Override
    public Object eval(Frame frame) {
        Object value = left.eval(frame);
        if (!(value instanceof OptionalValue optional)) {
            return value;
        }
        Object inner = optional.value();
        if (inner == null) {
            return right.eval(frame);
        }
        return unwraps ? inner : value;
    }
}
