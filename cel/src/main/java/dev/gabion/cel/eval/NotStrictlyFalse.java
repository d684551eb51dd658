package dev.gabion.cel.eval;

/** The loop condition of quantifiers: everything but false goes on, errors too. */
final class NotStrictlyFalse extends Call {
    private final Expression arg;

    NotStrictlyFalse(Shape shape) {
        super(shape);
        this.arg = shape.arg(0);
    }

    @Override
    public Object eval(Frame frame) {
        Object value = arg.eval(frame);
        frame.charge(1);
        return !Boolean.FALSE.equals(value);
    }
}
