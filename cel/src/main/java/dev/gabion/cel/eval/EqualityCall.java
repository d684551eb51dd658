package dev.gabion.cel.eval;

/** {@code a == b} and {@code a != b}. What cannot be compared is an error for the first and true for the second. */
final class EqualityCall extends BinaryCall {
    private final boolean equal;

    EqualityCall(Shape shape) {
        super(shape);
        this.equal = shape.function().equals("_==_");
    }

    @Override
    long cost(Object a, Object b) {
        boolean flat = equal && a instanceof LibraryValue;
        return flat ? 1 : Cost.tenth(Math.min(Cost.size(a), Cost.size(b)));
    }

    @Override
    Object apply(Object a, Object b, Frame frame) {
        Object same = Equality.compare(a, b, frame);
        if (same instanceof Boolean answer) {
            return answer == equal;
        }
        boolean refused = same instanceof CelError error && error.kind() == CelError.Kind.REFUSED;
        return equal || refused ? same : (Object) true;
    }
}
