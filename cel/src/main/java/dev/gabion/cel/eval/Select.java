package dev.gabion.cel.eval;

import java.util.List;

/** {@code operand.field}, {@code has(operand.field)} or {@code operand.?field}. */
public final class Select extends Expression {
    private final Expression operand;
    private final String field;
    private final boolean test;
    private final boolean optional;
    private final int attributeCost;

    Select(int id, int offset, Expression operand, String field, boolean test, boolean optional) {
        super(id, offset);
        this.operand = operand;
        this.field = field;
        this.test = test;
        this.optional = optional;
        this.attributeCost = operand.attributeCost();
    }

    public Expression operand() {
        return operand;
    }

    public String field() {
        return field;
    }

    /** Whether this is {@code has()}. */
    public boolean test() {
        return test;
    }

    public boolean optional() {
        return optional;
    }

    @Override
    public List<Expression> children() {
        return List.of(operand);
    }

    @Override
    boolean isAttribute() {
        return true;
    }

    @Override
    int attributeCost() {
        return attributeCost;
    }

    /** A test as such is free, so it takes back the unit of an attribute. */
    @Override
    public Object eval(Frame frame) {
        Object value = resolve(frame);
        if (!test) {
            frame.charge(attributeCost);
            return value;
        }
        frame.charge(attributeCost - 1);
        return value instanceof OptionalValue found ? (Object) found.isPresent() : value;
    }

    @Override
    Object resolve(Frame frame) {
        return test ? presence(frame) : Chain.end(step(frame));
    }

    Object step(Frame frame) {
        Object base = Chain.operand(operand, frame);
        return base instanceof CelError ? base : Chain.step(base, field, optional, frame);
    }

    /** A boolean or an error; in an optional chain the optional value itself. */
    private Object presence(Frame frame) {
        Object base = Chain.operand(operand, frame);
        if (base instanceof CelError) {
            return base;
        }
        if (base instanceof Chain.Maybe) {
            return Chain.end(Chain.step(base, field, true, frame));
        }
        Object found = present(base, frame);
        frame.charge(1);
        return found;
    }

    private Object present(Object base, Frame frame) {
        if (Maps.isMap(base)) {
            return Maps.get(base, field) != null;
        }
        if (base instanceof StructValue struct) {
            return struct.presence(field, frame);
        }
        if (Lists.isList(base)) {
            return new CelError(CelError.Kind.BAD_INDEX_TYPE, "unsupported index type 'string' in list");
        }
        return false;
    }
}
