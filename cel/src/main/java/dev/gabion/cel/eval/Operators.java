package dev.gabion.cel.eval;

/** The unary operators and {@code size}. */
final class Operators implements Function {
    private final char operator;

    Operators(String name) {
        this.operator = name.charAt(0);
    }

    @Override
    public Object call(Object[] args, Frame frame) {
        return switch (operator) {
            case '!' -> args[0] instanceof Boolean b ? (Object) !b : CelError.noOverload();
            case '-' -> Arithmetic.negate(args[0]);
            default -> hasSize(args[0]) ? (Object) Cost.size(args[0]) : CelError.noOverload("size", args);
        };
    }

    private static boolean hasSize(Object value) {
        return value instanceof String || Lists.isList(value) || Maps.isMap(value) || value instanceof Bytes;
    }
}
