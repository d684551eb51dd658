package dev.gabion.cel.eval;

import org.jspecify.annotations.Nullable;

/**
 * Fields and indices after an operand, one after the other. Once one of them is optional, or the operand is an optional
 * value, the rest of the chain is optional too; {@link Maybe} carries this from one step to the next and becomes an
 * {@link OptionalValue} at the end. Charges follow the API server's: one unit per step that was tried, but an optional
 * step that finds nothing is free.
 */
final class Chain {
    private Chain() {}

    /** A value within an optional chain; null is absence. */
    record Maybe(@Nullable Object value) {
        static final Maybe ABSENT = new Maybe(null);
    }

    /** The operand's value, in chain form. */
    static Object operand(Expression operand, Frame frame) {
        if (operand instanceof Select select && !select.test()) {
            return select.step(frame);
        }
        if (operand instanceof Index index) {
            return index.step(frame);
        }
        Object value = operand.resolve(frame);
        if (value instanceof OptionalValue optional) {
            Object inner = optional.value();
            return inner == null ? Maybe.ABSENT : new Maybe(inner);
        }
        return value;
    }

    /** One step from a value in chain form to the next; neither may be an error. */
    static Object step(Object base, Object key, boolean optional, Frame frame) {
        if (base instanceof Maybe maybe) {
            Object inner = maybe.value();
            return inner == null ? Maybe.ABSENT : within(inner, key, frame);
        }
        if (optional) {
            return within(base, key, frame);
        }
        Object value = find(base, key, frame);
        frame.charge(1);
        return value == null ? missing(base, key) : value;
    }

    private static Object within(Object base, Object key, Frame frame) {
        Object value = find(base, key, frame);
        if (value == null) {
            return Maybe.ABSENT;
        }
        if (value instanceof CelError) {
            return value;
        }
        frame.charge(1);
        return new Maybe(value);
    }

    /** What a chain's value is to the rest of the expression. */
    static Object end(Object value) {
        if (value instanceof Maybe maybe) {
            Object inner = maybe.value();
            return inner == null ? OptionalValue.NONE : OptionalValue.of(inner);
        }
        return value;
    }

    /** What a key finds: its value, null for nothing, or an error where the two do not fit. */
    private static @Nullable Object find(Object base, Object key, Frame frame) {
        if (Maps.isMap(base)) {
            return Maps.get(base, key);
        }
        if (Lists.isList(base)) {
            return item(base, key);
        }
        return base instanceof StructValue struct && key instanceof String field ? struct.field(field, frame) : null;
    }

    private static @Nullable Object item(Object list, Object key) {
        long index;
        if (key instanceof Long l) {
            index = l;
        } else if (key instanceof String) {
            return unsupported(key);
        } else if (key instanceof UInt u) {
            if (u.bits() < 0) {
                return unsupportedValue(key);
            }
            index = u.bits();
        } else if (key instanceof Double d) {
            index = (long) (double) d;
            if (index != d) {
                return unsupportedValue(key);
            }
        } else {
            return unsupported(key);
        }
        return index < 0 || index >= Lists.size(list) ? null : Lists.get(list, (int) index);
    }

    private static CelError unsupported(Object key) {
        return new CelError(CelError.Kind.BAD_INDEX_TYPE, "unsupported index type '" + Types.nameOf(key) + "' in list");
    }

    private static CelError unsupportedValue(Object key) {
        return new CelError(CelError.Kind.OTHER, "unsupported index value " + key + " in list");
    }

    private static CelError missing(Object base, Object key) {
        if (Lists.isList(base)) {
            return new CelError(CelError.Kind.INDEX_OR_RANGE, "index out of bounds: " + key);
        }
        return base instanceof StructValue struct && struct.hasFixedFields()
                ? new CelError(CelError.Kind.NO_SUCH_FIELD, "no such field '" + key + "'")
                : CelError.noSuchKey(key);
    }

    /** Whether something can be indexed by it. */
    static boolean isKey(Object key) {
        return key instanceof String || key instanceof Boolean || Equality.isNumber(key);
    }

    static CelError notAKey(Object key) {
        return new CelError(CelError.Kind.OTHER, "invalid qualifier type: " + Types.nameOf(key));
    }
}
