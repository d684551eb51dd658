package dev.gabion.cel.eval;

/** {@code quantity}, {@code isQuantity} and {@code sign}, which is no member. */
final class QuantityFunctions implements Function {
    private final String name;

    QuantityFunctions(String name) {
        this.name = name;
    }

    @Override
    public Object call(Object[] args, Frame frame) {
        if (name.equals("sign")) {
            return args[0] instanceof QuantityValue q ? (Object) (long) q.sign() : CelError.noOverload(name, args);
        }
        if (!(args[0] instanceof String text)) {
            return CelError.noOverload(name, args);
        }
        Object quantity = QuantityValue.parse(text);
        return name.equals("quantity") ? quantity : (Object) (quantity instanceof QuantityValue);
    }
}
