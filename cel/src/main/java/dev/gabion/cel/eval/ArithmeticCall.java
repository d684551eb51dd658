package dev.gabion.cel.eval;

import org.jspecify.annotations.Nullable;

/** {@code + - * / %}, of numbers, and sums of texts, lists, times and durations. */
final class ArithmeticCall extends BinaryCall {
    private final char operator;
    private final boolean textual;

    ArithmeticCall(Shape shape) {
        super(shape);
        this.operator = shape.function().charAt(1);
        this.textual = "add_string".equals(shape.overload()) || "add_bytes".equals(shape.overload());
    }

    @Override
    long cost(Object a, Object b) {
        return textual ? Cost.tenth(Cost.size(a) + Cost.size(b)) : 1;
    }

    @Override
    Object apply(Object a, Object b, Frame frame) {
        if (a instanceof LibraryValue value) {
            return library(value, b);
        }
        return switch (operator) {
            case '+' -> add(a, b, frame);
            case '-' -> Arithmetic.subtract(a, b);
            case '*' -> Arithmetic.multiply(a, b);
            case '/' -> Arithmetic.divide(a, b);
            default -> Arithmetic.modulo(a, b);
        };
    }

    private Object library(LibraryValue a, Object b) {
        Object result = operator == '+' ? a.plus(b) : operator == '-' ? a.minus(b) : null;
        return result == null ? CelError.noOverload() : result;
    }

    private static Object add(Object a, Object b, Frame frame) {
        if (a instanceof String x && b instanceof String y) {
            frame.produce((long) x.length() + y.length());
            return x.concat(y);
        }
        if (a instanceof Long) {
            return Arithmetic.add(a, b);
        }
        if (Lists.isList(a) && Lists.isList(b)) {
            return Lists.concat(a, b, frame);
        }
        Object bytes = bytes(a, b, frame);
        return bytes == null ? Arithmetic.add(a, b) : bytes;
    }

    private static @Nullable Object bytes(Object a, Object b, Frame frame) {
        if (!(a instanceof Bytes x) || !(b instanceof Bytes y)) {
            return null;
        }
        frame.produce((long) x.size() + y.size());
        return x.plus(y);
    }
}
