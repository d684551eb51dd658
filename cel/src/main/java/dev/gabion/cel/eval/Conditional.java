package dev.gabion.cel.eval;

/** {@code condition ? a : b}. */
final class Conditional extends Call {
    private final Expression condition;
    private final Expression then;
    private final Expression otherwise;

    Conditional(Shape shape) {
        super(shape);
        this.condition = shape.arg(0);
        this.then = shape.arg(1);
        this.otherwise = shape.arg(2);
    }

    @Override
    boolean isAttribute() {
        return true;
    }

    @Override
    public Object eval(Frame frame) {
        Object chosen = condition.eval(frame);
        if (chosen instanceof Boolean yes) {
            return yes ? then.eval(frame) : otherwise.eval(frame);
        }
        return chosen instanceof CelError ? chosen : new CelError(CelError.Kind.NO_SUCH_OVERLOAD, "no such overload");
    }
}
