package dev.gabion.cel.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code operand[key]} or {@code operand[?key]}. */
public final class Index extends Expression {
    private final Expression operand;
    private final Expression key;
    private final boolean optional;
    private final int attributeCost;

    Index(int id, int offset, Expression operand, Expression key, boolean optional) {
        super(id, offset);
        this.operand = operand;
        this.key = key;
        this.optional = optional;
        this.attributeCost = operand.attributeCost();
    }

    public Expression operand() {
        return operand;
    }

    public Expression key() {
        return key;
    }

    public boolean optional() {
        return optional;
    }

    @Override
    public List<Expression> children() {
        return List.of(operand, key);
    }

    @Override
    public @Nullable String refusal() {
        return key instanceof Constant constant && !Chain.isKey(constant.value())
                ? Chain.notAKey(constant.value()).message()
                : null;
    }

    @Override
    boolean isAttribute() {
        return true;
    }

    @Override
    int attributeCost() {
        return attributeCost;
    }

    @Override
    public Object eval(Frame frame) {
        Object value = resolve(frame);
        frame.charge(attributeCost);
        return value;
    }

    @Override
    Object resolve(Frame frame) {
        return Chain.end(step(frame));
    }

    Object step(Frame frame) {
        Object base = Chain.operand(operand, frame);
        if (base instanceof CelError || (base instanceof Chain.Maybe maybe && maybe.value() == null)) {
            return base;
        }
        Object at = key.resolve(frame);
        if (!(at instanceof CelError) && Chain.isKey(at)) {
            return Chain.step(base, at, optional, frame);
        }
        if (!optional && !(base instanceof Chain.Maybe)) {
            frame.charge(1);
        }
        return at instanceof CelError ? at : Chain.notAKey(at);
    }
}
