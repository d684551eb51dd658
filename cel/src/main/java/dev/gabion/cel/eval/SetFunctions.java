package dev.gabion.cel.eval;

import org.jspecify.annotations.Nullable;

/** Lists as sets. */
final class SetFunctions {
    private SetFunctions() {}

    static @Nullable Function find(String name, int args) {
        return switch (name) {
            case "sets.contains" ->
                (a, f) -> lists(a) ? (Object) contains(a[0], a[1], f) : CelError.noOverload(name, a);
            case "sets.equivalent" ->
                (a, f) -> lists(a)
                        ? (Object) (contains(a[0], a[1], f) && contains(a[1], a[0], f))
                        : CelError.noOverload(name, a);
            case "sets.intersects" ->
                (a, f) -> lists(a) ? (Object) intersects(a[0], a[1], f) : CelError.noOverload(name, a);
            default -> null;
        };
    }

    private static boolean lists(Object[] args) {
        return Lists.isList(args[0]) && Lists.isList(args[1]);
    }

    private static boolean contains(Object list, Object part, Frame frame) {
        for (Object item : Lists.items(part)) {
            frame.tick();
            if (!Membership.contains(list, item)) {
                return false;
            }
        }
        return true;
    }

    private static boolean intersects(Object list, Object other, Frame frame) {
        for (Object item : Lists.items(list)) {
            frame.tick();
            if (Membership.contains(other, item)) {
                return true;
            }
        }
        return false;
    }
}
