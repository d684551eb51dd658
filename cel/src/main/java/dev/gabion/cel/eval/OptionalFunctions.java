package dev.gabion.cel.eval;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Functions of optional values; {@code or} and {@code orValue} are in {@link OptionalOr}, for they are not strict. */
final class OptionalFunctions {
    private OptionalFunctions() {}

    static @Nullable Function find(String name, int args) {
        return switch (name) {
            case "optional.of" -> (a, f) -> OptionalValue.of(a[0]);
            case "optional.none" -> (a, f) -> OptionalValue.NONE;
            case "optional.ofNonZeroValue" -> (a, f) -> isZero(a[0]) ? OptionalValue.NONE : OptionalValue.of(a[0]);
            case "hasValue" ->
                (a, f) -> a[0] instanceof OptionalValue o ? (Object) o.isPresent() : CelError.noOverload(name, a);
            case "value" -> args == 1 ? (a, f) -> value(a) : null;
            case "or", "orValue" -> (a, f) -> CelError.noOverload(name, a);
            default -> null;
        };
    }

    private static Object value(Object[] args) {
        if (!(args[0] instanceof OptionalValue(Object inner))) {
            return CelError.noOverload("value", args);
        }
        return inner == null ? new CelError(CelError.Kind.OPTIONAL_NONE, "optional.none() dereference") : inner;
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
            case Duration d -> d.isZero();
            case Instant i -> i.equals(TimeFunctions.ZERO);
            case OptionalValue o -> !o.isPresent();
            default -> Lists.isList(value) ? Lists.size(value) == 0 : Maps.isMap(value) && Maps.size(value) == 0;
        };
    }
}
