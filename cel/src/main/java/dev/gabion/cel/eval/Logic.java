package dev.gabion.cel.eval;

/** {@code a && b} or {@code a || b}: a deciding side absorbs the other side's error, whichever comes first. */
final class Logic extends Call {
    private final Expression left;
    private final Expression right;
    private final Boolean deciding;

    Logic(Shape shape, boolean deciding) {
        super(shape);
        this.left = shape.arg(0);
        this.right = shape.arg(1);
        this.deciding = deciding;
    }

    @Override
    public Object eval(Frame frame) {
        Object first = left.eval(frame);
        if (deciding.equals(first)) {
            return deciding;
        }
        Object second = right.eval(frame);
        if (deciding.equals(second)) {
            return deciding;
        }
        if (first instanceof Boolean && second instanceof Boolean) {
            return !deciding;
        }
        if (first instanceof CelError) {
            return first;
        }
        return second instanceof CelError ? second : CelError.noOverload(function(), first, second);
    }
}
