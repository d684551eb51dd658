package dev.gabion.cel.eval;

/** {@code condition ? a : b}. Free in itself, and so is a branch that is a variable. */
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
    int attributeCost() {
        return 0;
    }

    @Override
    public Object eval(Frame frame) {
        return resolve(frame);
    }

    @Override
    Object resolve(Frame frame) {
        Object chosen = condition.eval(frame);
        if (chosen instanceof Boolean yes) {
            return yes ? then.resolve(frame) : otherwise.resolve(frame);
        }
        return chosen instanceof CelError ? chosen : CelError.noOverload();
    }
}
