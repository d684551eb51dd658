package dev.gabion.cel.eval;

/** {@code a && b} or {@code a || b}: a deciding side absorbs the other side's error, whichever comes first. */
final class Logic extends Call {
    private final Expression left;
    private final Expression right;
    private final boolean deciding;

    Logic(Shape shape, boolean deciding) {
        super(shape);
        this.left = shape.arg(0);
        this.right = shape.arg(1);
        this.deciding = deciding;
    }

    @Override
    public Object eval(Frame frame) {
        Object first = left.eval(frame);
        if (first instanceof Boolean known && known == deciding) {
            return known;
        }
        Object second = right.eval(frame);
        if (second instanceof Boolean known && known == deciding) {
            return known;
        }
        if (!(first instanceof Boolean)) {
            return failure(first);
        }
        return second instanceof Boolean ? second : failure(second);
    }

    private static Object failure(Object value) {
        return value instanceof CelError ? value : CelError.noOverload();
    }
}
