package dev.gabion.cel.eval;

import java.util.ArrayList;
import java.util.List;

/** Functions of optional values; {@code or} and {@code orValue} are in {@link OptionalOr}, for they are not strict. */
final class OptionalFunctions implements Function {
    private final String name;

    OptionalFunctions(String name) {
        this.name = name;
    }

    @Override
    public Object call(Object[] args, Frame frame) {
        return switch (name) {
            case "optional.of" -> OptionalValue.of(args[0]);
            case "optional.none" -> OptionalValue.NONE;
            case "optional.ofNonZeroValue" -> isZero(args[0]) ? OptionalValue.NONE : OptionalValue.of(args[0]);
            case "hasValue" ->
                args[0] instanceof OptionalValue o ? (Object) o.isPresent() : CelError.noOverload(name, args);
            case "value" -> value(args);
            case "first" -> Lists.isList(args[0]) ? item(args[0], 0) : CelError.noOverload(name, args);
            case "last" ->
                Lists.isList(args[0]) ? item(args[0], Lists.size(args[0]) - 1) : CelError.noOverload(name, args);
            default -> Lists.isList(args[0]) ? unwrapped(args[0], frame) : CelError.noOverload(name, args);
        };
    }

    private Object value(Object[] args) {
        if (!(args[0] instanceof OptionalValue optional)) {
            return CelError.noOverload(name, args);
        }
        Object inner = optional.value();
        return inner == null ? new CelError(CelError.Kind.OPTIONAL_NONE, "optional.none() dereference") : inner;
    }

    private static Object item(Object list, int index) {
        if (Lists.size(list) == 0) {
            return OptionalValue.NONE;
        }
        Object item = Lists.get(list, index);
        return item instanceof CelError ? item : OptionalValue.of(item);
    }

    /** The values of the present optionals of a list. */
    private Object unwrapped(Object list, Frame frame) {
        frame.produce(Lists.size(list));
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < Lists.size(list); i++) {
            Object item = Lists.get(list, i);
            if (!(item instanceof OptionalValue optional)) {
                return item instanceof CelError
                        ? item
                        : CelError.other("a value of type " + Types.nameOf(item) + " is not optional");
            }
            Object inner = optional.value();
            if (inner != null) {
                values.add(inner);
            }
        }
        return ListValue.of(values);
    }

    private static boolean isZero(Object value) {
        return switch (value) {
            case NullValue n -> true;
            case Boolean b -> !b;
            case Long l -> l == 0;
            case UInt u -> u.bits() == 0;
            case Double d -> d == 0;
            case String s -> s.isEmpty();
            case Bytes b -> b.size() == 0;
            case OptionalValue o -> !o.isPresent();
            case LibraryValue library -> library.isZero();
            default -> Lists.isList(value) ? Lists.size(value) == 0 : Maps.isMap(value) && Maps.size(value) == 0;
        };
    }
}
