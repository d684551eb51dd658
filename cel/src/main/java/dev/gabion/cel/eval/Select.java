package dev.gabion.cel.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code operand.field}, {@code has(operand.field)} or {@code operand.?field}. */
public final class Select extends Expression {
    private final Expression operand;
    private final String field;
    private final boolean test;
    private final boolean optional;

    Select(int id, int offset, Expression operand, String field, boolean test, boolean optional) {
        super(id, offset);
        this.operand = operand;
        this.field = field;
        this.test = test;
        this.optional = optional;
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
        return !test;
    }

    @Override
    public Object eval(Frame frame) {
        Object base = operand.eval(frame);
        if (!operand.isAttribute()) {
            frame.charge(1);
        }
        if (base instanceof CelError) {
            return base;
        }
        if (base instanceof OptionalValue(Object inner)) {
            return inner == null ? absent() : within(inner, frame);
        }
        if (test) {
            return presence(base);
        }
        Object value = lookUp(base, frame);
        if (optional) {
            return asOptional(value, frame);
        }
        frame.charge(1);
        return value == null ? missing(base) : value;
    }

    private Object absent() {
        return test ? (Object) false : OptionalValue.NONE;
    }

    /** A field after an optional one is optional too. */
    private Object within(Object inner, Frame frame) {
        return test ? presence(inner) : asOptional(lookUp(inner, frame), frame);
    }

    private Object asOptional(@Nullable Object value, Frame frame) {
        if (value == null) {
            return OptionalValue.NONE;
        }
        frame.charge(1);
        return value instanceof CelError ? value : OptionalValue.of(value);
    }

    private Object presence(Object base) {
        if (Maps.isMap(base)) {
            return Maps.get(base, field) != null;
        }
        if (base instanceof StructValue struct) {
            return struct.has(field);
        }
        return base instanceof NullValue ? (Object) false : wrongType(base);
    }

    private @Nullable Object lookUp(Object base, Frame frame) {
        if (Maps.isMap(base)) {
            return Maps.get(base, field);
        }
        if (base instanceof StructValue struct) {
            return struct.field(field, frame);
        }
        if (base instanceof NullValue && optional) {
            return null;
        }
        return wrongType(base);
    }

    private CelError missing(Object base) {
        return base instanceof StructValue
                ? new CelError(CelError.Kind.NO_SUCH_FIELD, "no such field '" + field + "'")
                : CelError.noSuchKey(field);
    }

    private static CelError wrongType(Object base) {
        if (Lists.isList(base)) {
            return new CelError(CelError.Kind.BAD_INDEX_TYPE, "unsupported index type 'string' in list");
        }
        return base instanceof NullValue
                ? new CelError(CelError.Kind.NO_SUCH_OVERLOAD, "no such overload: null has no fields")
                : new CelError(
                        CelError.Kind.NO_SUCH_OVERLOAD, "no such overload: " + Types.nameOf(base) + " has no fields");
    }
}
