package dev.gabion.cel.eval;

/** {@code cidr} and {@code isCIDR}. */
final class CidrFunctions implements Function {
    private final String name;

    CidrFunctions(String name) {
        this.name = name;
    }

    @Override
    public Object call(Object[] args, Frame frame) {
        if (args.length != 1 || !(args[0] instanceof String text)) {
            return CelError.noOverload(name, args);
        }
        Object block = CidrValue.parse(text);
        return name.equals("cidr") ? block : (Object) (block instanceof CidrValue);
    }
}
