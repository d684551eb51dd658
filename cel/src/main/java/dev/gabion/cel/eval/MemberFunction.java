package dev.gabion.cel.eval;

/** A function of a library's own type, which its values know. */
final class MemberFunction implements Function {
    private final String name;

    MemberFunction(String name) {
        this.name = name;
    }

    @Override
    public Object call(Object[] args, Frame frame) {
        Object result = args.length > 0 && args[0] instanceof LibraryValue value ? value.call(name, args, frame) : null;
        return result == null ? CelError.noOverload(name, args) : result;
    }
}
