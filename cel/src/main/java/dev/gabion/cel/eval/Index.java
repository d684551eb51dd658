package dev.gabion.cel.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code operand[key]} or {@code operand[?key]}. */
public final class Index extends Expression {
    private final Expression operand;
    private final Expression key;
    private final boolean optional;

    Index(int id, int offset, Expression operand, Expression key, boolean optional) {
        super(id, offset);
        this.operand = operand;
        this.key = key;
        this.optional = optional;
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
    boolean isAttribute() {
        return true;
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
        boolean inOptional = base instanceof OptionalValue;
        if (base instanceof OptionalValue(Object inner)) {
            if (inner == null) {
                return OptionalValue.NONE;
            }
            base = inner;
        }
        Object at = key.eval(frame);
        if (at instanceof CelError) {
            return at;
        }
        Object value = lookUp(base, at, frame);
        if (value == null && (optional || inOptional)) {
            return OptionalValue.NONE;
        }
        frame.charge(1);
        if (value == null) {
            return missing(base, at);
        }
        return value instanceof CelError || !(optional || inOptional) ? value : OptionalValue.of(value);
    }

    private static CelError missing(Object base, Object at) {
        return Lists.isList(base)
                ? new CelError(CelError.Kind.INDEX_OR_RANGE, "index out of bounds: " + at)
                : CelError.noSuchKey(at);
    }

    private @Nullable Object lookUp(Object base, Object at, Frame frame) {
        if (Maps.isMap(base)) {
            return isKey(at) ? Maps.get(base, at) : unsupported(at, "map");
        }
        if (Lists.isList(base)) {
            return item(base, at);
        }
        if (base instanceof StructValue struct && at instanceof String field) {
            return struct.field(field, frame);
        }
        return base instanceof NullValue && optional ? null : CelError.noOverload("_[_]", base, at);
    }

    private static boolean isKey(Object at) {
        return at instanceof String || at instanceof Boolean || Equality.isNumber(at);
    }

    private static CelError unsupported(Object at, String holder) {
        return new CelError(
                CelError.Kind.BAD_INDEX_TYPE, "unsupported index type '" + Types.nameOf(at) + "' in " + holder);
    }

    private static @Nullable Object item(Object list, Object at) {
        long index;
        switch (at) {
            case Long l -> index = l;
            case UInt u -> index = u.bits() < 0 ? Long.MAX_VALUE : u.bits();
            case Double d -> {
                if (d != Math.rint(d)) {
                    return new CelError(CelError.Kind.OTHER, "unsupported index value " + d + " in list");
                }
                index = (long) (double) d;
            }
            default -> {
                return unsupported(at, "list");
            }
        }
        return index < 0 || index >= Lists.size(list) ? null : Lists.get(list, (int) index);
    }
}
