package dev.gabion.cel.eval;

import java.util.HashSet;
import java.util.Set;

/** {@code x in [literals]}, which is free beyond what {@code x} costs. */
final class SetMembership extends Call {
    private final Expression arg;
    private final Set<Object> members = new HashSet<>();

    SetMembership(Shape shape) {
        super(shape);
        this.arg = shape.arg(0);
        for (Object item : Lists.items(((Constant) shape.arg(1)).value())) {
            add(item);
        }
    }

    /** Whether all items are of types the API server's sets can hold. */
    static boolean isSet(Object list) {
        for (int i = 0; i < Lists.size(list); i++) {
            Object item = Lists.get(list, i);
            if (!(item instanceof String || item instanceof Boolean || Equality.isNumber(item))) {
                return false;
            }
        }
        return true;
    }

    /** A number stands for the equal numbers of other types, as far as it converts without loss. */
    private void add(Object item) {
        members.add(canonical(item));
        if (item instanceof Long l) {
            members.add(canonical((double) l));
            if (l >= 0) {
                members.add(new UInt(l));
            }
        } else if (item instanceof UInt u) {
            members.add(canonical(u.toDouble()));
            if (u.bits() >= 0) {
                members.add(u.bits());
            }
        } else if (item instanceof Double d && d == Math.rint(d)) {
            addWhole(d);
        }
    }

    private void addWhole(double value) {
        if (value >= -0x1p63 && value < 0x1p63) {
            members.add((long) value);
        }
        if (value >= 0 && value < 0x1p64) {
            members.add(UInt.of(value));
        }
    }

    private static Object canonical(Object value) {
        return value instanceof Double d && d == 0 ? Double.valueOf(0) : value;
    }

    @Override
    public Object eval(Frame frame) {
        Object value = arg.eval(frame);
        if (value instanceof CelError) {
            return value;
        }
        if (value instanceof Bytes) {
            throw new EvaluationPanic("bytes cannot be a member of a set");
        }
        return !Equality.isNaN(value) && members.contains(canonical(value));
    }
}
