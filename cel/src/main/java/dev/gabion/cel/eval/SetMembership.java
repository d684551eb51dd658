package dev.gabion.cel.eval;

import java.util.HashSet;
import java.util.Set;

/** {@code x in [constants]}. */
final class SetMembership extends Call {
    private final Expression arg;
    private final Object list;
    private final Set<Object> simple = new HashSet<>();
    private final boolean allSimple;

    SetMembership(Shape shape) {
        super(shape);
        this.arg = shape.arg(0);
        this.list = ((Constant) shape.arg(1)).value();
        boolean all = true;
        for (Object item : Lists.items(list)) {
            all &= item instanceof String || item instanceof Boolean || item instanceof Long;
            simple.add(item);
        }
        this.allSimple = all;
    }

    @Override
    public Object eval(Frame frame) {
        Object value = arg.eval(frame);
        if (value instanceof CelError) {
            return value;
        }
        if (allSimple && (value instanceof String || value instanceof Boolean || value instanceof Long)) {
            return simple.contains(value);
        }
        return Membership.contains(list, value);
    }
}
