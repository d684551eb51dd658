package dev.gabion.cel.eval;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list library of CEL, version 3, and that of Kubernetes. Names both have for strings too are shared here. */
final class ListFunctions {
    private ListFunctions() {}

    static @Nullable Function find(String name, int args) {
        return switch (name) {
            case "indexOf" ->
                (a, f) -> Lists.isList(a[0]) ? indexOf(a, false) : StringFunctions.position(name, a, false);
            case "lastIndexOf" ->
                (a, f) -> Lists.isList(a[0]) ? indexOf(a, true) : StringFunctions.position(name, a, true);
            case "isSorted" -> (a, f) -> Lists.isList(a[0]) ? isSorted(a[0]) : CelError.noOverload(name, a);
            case "sum" -> (a, f) -> Lists.isList(a[0]) ? sum(a[0]) : CelError.noOverload(name, a);
            case "min" -> (a, f) -> Lists.isList(a[0]) ? extreme(a[0], "min", -1) : CelError.noOverload(name, a);
            case "max" -> (a, f) -> Lists.isList(a[0]) ? extreme(a[0], "max", 1) : CelError.noOverload(name, a);
            case "includes" ->
                (a, f) -> Lists.isList(a[0]) ? (Object) Membership.contains(a[0], a[1]) : Equality.equal(a[0], a[1]);
            case "distinct" -> (a, f) -> Lists.isList(a[0]) ? distinct(a[0], f) : CelError.noOverload(name, a);
            case "flatten" -> (a, f) -> flatten(a);
            case "slice" -> (a, f) -> slice(a);
            case "reverse" -> (a, f) -> Lists.isList(a[0]) ? reverse(a[0]) : CelError.noOverload(name, a);
            case "sort" -> (a, f) -> Lists.isList(a[0]) ? sort(a[0], a[0]) : CelError.noOverload(name, a);
            case "@sortByAssociatedKeys", "sortByAssociatedKeys" -> (a, f) -> sort(a[0], a[1]);
            case "lists.range" -> (a, f) -> a[0] instanceof Long n ? range(n, f) : CelError.noOverload(name, a);
            default -> null;
        };
    }

    private static Object indexOf(Object[] args, boolean last) {
        int size = Lists.size(args[0]);
        for (int i = 0; i < size; i++) {
            int at = last ? size - 1 - i : i;
            if (Equality.equal(Lists.get(args[0], at), args[1])) {
                return (long) at;
            }
        }
        return -1L;
    }

    private static Object isSorted(Object list) {
        for (int i = 1; i < Lists.size(list); i++) {
            Integer order = Order.compare(Lists.get(list, i - 1), Lists.get(list, i));
            if (order == null) {
                return CelError.noOverload("isSorted", Lists.get(list, i - 1), Lists.get(list, i));
            }
            if (order > 0) {
                return false;
            }
        }
        return true;
    }

    private static Object sum(Object list) {
        Object total = 0L;
        for (int i = 0; i < Lists.size(list); i++) {
            Object item = Lists.get(list, i);
            if (i == 0) {
                total = zeroOf(item);
            }
            Object[] pair = {total, item};
            total = item instanceof Duration ? TimeFunctions.add(pair) : Arithmetic.add(pair);
            if (total instanceof CelError) {
                return total;
            }
        }
        return total;
    }

    private static Object zeroOf(Object item) {
        return switch (item) {
            case Double d -> 0.0;
            case UInt u -> new UInt(0);
            case Duration d -> Duration.ZERO;
            default -> 0L;
        };
    }

    private static Object extreme(Object list, String name, int sign) {
        if (Lists.size(list) == 0) {
            return new CelError(CelError.Kind.OTHER, name + " called on empty list");
        }
        Object best = Lists.get(list, 0);
        for (int i = 1; i < Lists.size(list); i++) {
            Object item = Lists.get(list, i);
            Integer order = Order.compare(item, best);
            if (order == null) {
                return CelError.noOverload(name, item, best);
            }
            if (Integer.signum(order) == sign) {
                best = item;
            }
        }
        return best;
    }

    private static Object distinct(Object list, Frame frame) {
        List<Object> kept = new ArrayList<>();
        for (Object item : Lists.items(list)) {
            boolean known = false;
            for (Object other : kept) {
                frame.tick();
                known |= Equality.equal(item, other);
            }
            if (!known) {
                kept.add(item);
            }
        }
        return ListValue.of(kept);
    }

    private static Object flatten(Object[] args) {
        if (!Lists.isList(args[0]) || !(args.length == 1 || args[1] instanceof Long)) {
            return CelError.noOverload("flatten", args);
        }
        long depth = args.length == 1 ? 1 : (Long) args[1];
        if (depth < 0) {
            return new CelError(CelError.Kind.OTHER, "flatten: level must be non-negative");
        }
        List<Object> out = new ArrayList<>();
        flattenInto(args[0], depth, out);
        return ListValue.of(out);
    }

    private static void flattenInto(Object list, long depth, List<Object> out) {
        for (Object item : Lists.items(list)) {
            if (depth > 0 && Lists.isList(item)) {
                flattenInto(item, depth - 1, out);
            } else {
                out.add(item);
            }
        }
    }

    private static Object slice(Object[] args) {
        if (!Lists.isList(args[0]) || !(args[1] instanceof Long from) || !(args[2] instanceof Long to)) {
            return CelError.noOverload("slice", args);
        }
        if (from < 0 || to < 0) {
            return sliceError(from, to, "negative indexes not supported");
        }
        if (from > to) {
            return sliceError(from, to, "start index must be less than or equal to end index");
        }
        if (to > Lists.size(args[0])) {
            return sliceError(from, to, "list is length " + Lists.size(args[0]));
        }
        return ListValue.copyOf(Lists.items(args[0]).subList(from.intValue(), to.intValue()));
    }

    private static CelError sliceError(long from, long to, String why) {
        return new CelError(CelError.Kind.OTHER, "cannot slice(%d, %d), %s".formatted(from, to, why));
    }

    private static Object reverse(Object list) {
        return ListValue.copyOf(Lists.items(list).reversed());
    }

    /** Items in the order of their keys, which must all be of the first one's comparable type. */
    private static Object sort(Object list, Object keys) {
        if (!Lists.isList(list) || !Lists.isList(keys)) {
            return CelError.noOverload("sort", list);
        }
        int size = Lists.size(list);
        for (int i = 0; i < size; i++) {
            if (Order.compare(Lists.get(keys, i), Lists.get(keys, 0)) == null) {
                return i == 0
                        ? new CelError(CelError.Kind.OTHER, "list elements must be comparable")
                        : new CelError(CelError.Kind.OTHER, "list elements must have the same type");
            }
        }
        List<Integer> order = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> Lists.get(keys, i), ListFunctions::comparable));
        List<Object> sorted = new ArrayList<>(size);
        order.forEach(i -> sorted.add(Lists.get(list, i)));
        return ListValue.of(sorted);
    }

    private static int comparable(Object a, Object b) {
        Integer order = Order.compare(a, b);
        return order == null ? 0 : order;
    }

    private static Object range(long size, Frame frame) {
        List<Object> all = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            frame.tick();
            if (all.size() > Frame.EXPRESSION_COST_LIMIT) {
                throw new EvaluationStopped(EvaluationStopped.Limit.COST_LIMIT);
            }
            all.add(i);
        }
        return ListValue.of(all);
    }
}
