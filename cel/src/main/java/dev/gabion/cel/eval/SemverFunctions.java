package dev.gabion.cel.eval;

/** {@code semver(text[, normalize])} and {@code isSemver(text[, normalize])}. */
final class SemverFunctions implements Function {
    private final String name;

    SemverFunctions(String name) {
        this.name = name;
    }

    @Override
    public Object call(Object[] args, Frame frame) {
        boolean normalizes = args.length == 2;
        if (!(args[0] instanceof String text) || (normalizes && !(args[1] instanceof Boolean))) {
            return CelError.noOverload(name, args);
        }
        Object version = normalizes && (Boolean) args[1] ? SemverValue.normalized(text) : SemverValue.parse(text);
        return name.equals("semver") ? version : (Object) (version instanceof SemverValue);
    }
}
