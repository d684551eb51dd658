package dev.gabion.cel.eval;

/** {@code <}, {@code <=}, {@code >} and {@code >=}. */
final class OrderCall extends BinaryCall {
    private final boolean textual;
    private final boolean less;
    private final boolean orEqual;

    OrderCall(Shape shape) {
        super(shape);
        String overload = shape.overload();
        this.textual = overload != null && (overload.endsWith("_string") || overload.endsWith("_bytes"));
        this.less = shape.function().startsWith("_<");
        this.orEqual = shape.function().endsWith("=_");
    }

    @Override
    long cost(Object a, Object b) {
        return textual ? Cost.tenth(Math.min(Cost.size(a), Cost.size(b))) : 1;
    }

    @Override
    Object apply(Object a, Object b, Frame frame) {
        Integer order = Order.compare(a, b);
        if (order != null) {
            return order == 0 ? orEqual : order < 0 == less;
        }
        return Equality.isNumber(a) && Equality.isNumber(b)
                ? CelError.other("NaN values cannot be ordered")
                : CelError.noOverload();
    }
}
