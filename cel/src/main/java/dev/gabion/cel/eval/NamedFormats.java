package dev.gabion.cel.eval;

import org.jspecify.annotations.Nullable;

/** {@code format.named(name)} and a function for each format, such as {@code format.dns1123Label()}. */
final class NamedFormats implements Function {
    private final String name;

    NamedFormats(String name) {
        this.name = name;
    }

    @Override
    public Object call(Object[] args, Frame frame) {
        if (!name.equals("format.named")) {
            NamedFormat format = args.length == 0 ? find(name.substring("format.".length())) : null;
            return format == null ? CelError.noOverload(name, args) : format;
        }
        if (args.length != 1 || !(args[0] instanceof String wanted)) {
            return CelError.noOverload(name, args);
        }
        NamedFormat format = find(wanted);
        return format == null ? OptionalValue.NONE : OptionalValue.of(format);
    }

    private static @Nullable NamedFormat find(String name) {
        for (NamedFormat format : NamedFormat.values()) {
            if (format.id().equals(name)) {
                return format;
            }
        }
        return null;
    }
}
