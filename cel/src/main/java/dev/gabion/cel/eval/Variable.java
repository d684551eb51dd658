package dev.gabion.cel.eval;

import java.util.List;

/** A declared variable or one bound by a loop. */
public final class Variable extends Expression {
    private final String name;
    private final int slot;

    Variable(int id, int offset, String name, int slot) {
        super(id, offset);
        this.name = name;
        this.slot = slot;
    }

    public String name() {
        return name;
    }

    public int slot() {
        return slot;
    }

    @Override
    public Object eval(Frame frame) {
        Object value = resolve(frame);
        frame.charge(1);
        return value;
    }

    @Override
    Object resolve(Frame frame) {
        Object value = frame.get(slot);
        if (value instanceof PendingValue pending) {
            value = pending.value(frame);
            frame.set(slot, value);
        }
        return value == null ? new CelError(CelError.Kind.NO_SUCH_ATTRIBUTE, "no such attribute(s): " + name) : value;
    }

    @Override
    public List<Expression> children() {
        return List.of();
    }

    @Override
    boolean isAttribute() {
        return true;
    }
}
