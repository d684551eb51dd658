package dev.gabion.cel.eval;

/** An operator with two operands, both evaluated and charged for even where one fails. */
abstract class BinaryCall extends Call {
    private final Expression left;
    private final Expression right;

    BinaryCall(Shape shape) {
        super(shape);
        this.left = shape.arg(0);
        this.right = shape.arg(1);
    }

    @Override
    public final Object eval(Frame frame) {
        Object a = left.eval(frame);
        Object b = right.eval(frame);
        frame.charge(cost(a, b));
        if (a instanceof CelError) {
            return a;
        }
        return b instanceof CelError ? b : apply(a, b, frame);
    }

    /** The cost; operands can be errors. */
    abstract long cost(Object a, Object b);

    abstract Object apply(Object a, Object b, Frame frame);
}
