package dev.gabion.cel.eval;

/** {@code x in list} and {@code key in map}. */
final class MembershipCall extends BinaryCall {
    private final boolean list;

    MembershipCall(Shape shape) {
        super(shape);
        this.list = "in_list".equals(shape.overload());
    }

    @Override
    long cost(Object a, Object b) {
        return list ? Cost.size(b) : 1;
    }

    @Override
    Object apply(Object a, Object b, Frame frame) {
        if (Lists.isList(b)) {
            return Membership.find(b, a, frame);
        }
        return Maps.isMap(b) ? (Object) (Maps.get(b, a) != null) : CelError.noOverload();
    }
}
