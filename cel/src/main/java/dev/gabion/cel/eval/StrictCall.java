package dev.gabion.cel.eval;

/** A call whose function wants every argument evaluated. */
final class StrictCall extends Call {
    private final Expression[] operands;
    private final Function implementation;
    private final CostRule costRule;

    StrictCall(Shape shape) {
        super(shape);
        this.operands = shape.args().toArray(Expression[]::new);
        this.implementation = Functions.find(shape.function(), operands.length);
        this.costRule = CostRule.of(shape.function(), shape.overload());
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
        Object result = failed == null ? implementation.call(values, frame) : failed;
        frame.charge(costRule.cost(values, result));
        return result;
    }
}
