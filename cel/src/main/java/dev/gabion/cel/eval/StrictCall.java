package dev.gabion.cel.eval;

/** A call whose function wants every argument evaluated. */
final class StrictCall extends Call {
    private final Expression[] operands;
    private final Function implementation;
    private final Cost cost;

    StrictCall(Shape shape) {
        super(shape);
        this.operands = shape.args().toArray(new Expression[0]);
        this.implementation = Functions.find(shape.function());
        this.cost = Cost.of(shape.function(), shape.overload());
    }

    @Override
    public Object eval(Frame frame) {
        Object[] values = new Object[operands.length];
        Object failed = null;
        for (int i = 0; i < operands.length; i++) {
            values[i] = operands[i].eval(frame);
            if (values[i] instanceof CelError && failed == null) {
                failed = values[i];
                if (operands.length > 2) {
                    // The planner's calls of three and more arguments give up at the first error, uncharged.
                    return failed;
                }
            }
        }
        if (failed != null) {
            frame.charge(cost.of(values, failed));
            return failed;
        }
        return cost.needsResult() ? chargedAfter(values, frame) : chargedBefore(values, frame);
    }

    private Object chargedBefore(Object[] values, Frame frame) {
        frame.charge(cost.of(values, values));
        return implementation.call(values, frame);
    }

    private Object chargedAfter(Object[] values, Frame frame) {
        Object result = implementation.call(values, frame);
        frame.charge(cost.of(values, result));
        return result;
    }
}
