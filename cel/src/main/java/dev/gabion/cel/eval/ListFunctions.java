package dev.gabion.cel.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The list library of CEL, version 3, and that of Kubernetes. */
final class ListFunctions implements Function {
    private final String name;

    ListFunctions(String name) {
        this.name = name;
    }

    @Override
    public Object call(Object[] args, Frame frame) {
        if (name.equals("lists.range")) {
            return args[0] instanceof Long n ? range(n, frame) : CelError.noOverload(name, args);
        }
        if (!Lists.isList(args[0])) {
            return name.equals("includes")
                    ? Equality.compare(args[0], args[1], frame)
                    : CelError.noOverload(name, args);
        }
        return ofList(args[0], args, frame);
    }

    private Object ofList(Object list, Object[] args, Frame frame) {
        return switch (name) {
            case "includes" -> Membership.find(list, args[1], frame);
            case "isSorted" -> comparable(list) ? isSorted(list, frame) : CelError.noOverload(name, args);
            case "min" -> comparable(list) ? extreme(list, -1, frame) : CelError.noOverload(name, args);
            case "max" -> comparable(list) ? extreme(list, 1, frame) : CelError.noOverload(name, args);
            case "sum" -> sum(list, frame);
            case "distinct" -> distinct(list, frame);
            case "flatten" -> flatten(list, args, frame);
            case "slice" -> slice(list, args, frame);
            case "reverse" -> reverse(list, frame);
            case "sort" -> sort(list, list, frame);
            default -> Lists.isList(args[1]) ? sort(list, args[1], frame) : CelError.noOverload(name, args);
        };
    }

    /** A list's overload is chosen by its first item. */
    private static boolean comparable(Object list) {
        return Lists.size(list) == 0
                || Order.isComparable(Lists.get(list, 0))
                || Lists.get(list, 0) instanceof CelError;
    }

    /** Items without an order do not break a list's. */
    private static Object isSorted(Object list, Frame frame) {
        for (int i = 0; i < Lists.size(list); i++) {
            frame.tick();
            Object item = Lists.get(list, i);
            if (item instanceof CelError) {
                return item;
            }
            Integer order = i == 0 ? null : Order.compare(Lists.get(list, i - 1), item);
            if (order != null && order > 0) {
                return false;
            }
        }
        return true;
    }

    private Object extreme(Object list, int sign, Frame frame) {
        if (Lists.size(list) == 0) {
            return CelError.other(name + " called on empty list");
        }
        Object best = Lists.get(list, 0);
        for (int i = 1; i < Lists.size(list) && !(best instanceof CelError); i++) {
            frame.tick();
            Object item = Lists.get(list, i);
            if (item instanceof CelError) {
                return item;
            }
            Integer order = Order.compare(item, best);
            if (order != null && order == sign) {
                best = item;
            }
        }
        return best;
    }

    private Object sum(Object list, Frame frame) {
        if (Lists.size(list) == 0) {
            return 0L;
        }
        Object total = Lists.get(list, 0);
        if (!Equality.isNumber(total) && !(total instanceof DurationValue)) {
            return total instanceof CelError ? total : CelError.noOverload(name, list);
        }
        for (int i = 1; i < Lists.size(list); i++) {
            frame.tick();
            Object item = Lists.get(list, i);
            if (item instanceof CelError) {
                return item;
            }
            total = total instanceof LibraryValue value ? value.plus(item) : Arithmetic.add(total, item);
            if (total == null || total instanceof CelError) {
                return total == null ? CelError.noOverload() : total;
            }
        }
        return total;
    }

    private static Object distinct(Object list, Frame frame) {
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < Lists.size(list); i++) {
            Object item = Lists.get(list, i);
            if (item instanceof CelError) {
                return item;
            }
            if (!contains(kept, item, frame)) {
                frame.produce(1);
                kept.add(item);
            }
        }
        return ListValue.of(kept);
    }

    private static boolean contains(List<Object> kept, Object item, Frame frame) {
        for (Object other : kept) {
            frame.tick();
            if (Equality.equal(item, other, frame)) {
                return true;
            }
        }
        return false;
    }

    private Object flatten(Object list, Object[] args, Frame frame) {
        if (args.length == 2 && !(args[1] instanceof Long)) {
            return CelError.noOverload(name, args);
        }
        long depth = args.length == 1 ? 1 : (Long) args[1];
        if (depth < 0) {
            return CelError.other("level must be non-negative");
        }
        List<Object> out = new ArrayList<>();
        flattenInto(list, depth, out, frame);
        return ListValue.of(out);
    }

    private static void flattenInto(Object list, long depth, List<Object> out, Frame frame) {
        for (int i = 0; i < Lists.size(list); i++) {
            frame.tick();
            Object item = Lists.get(list, i);
            if (depth > 0 && Lists.isList(item)) {
                frame.enter();
                try {
                    flattenInto(item, depth - 1, out, frame);
                } finally {
                    frame.leave();
                }
            } else {
                frame.produce(1);
                out.add(item);
            }
        }
    }

    private Object slice(Object list, Object[] args, Frame frame) {
        if (!(args[1] instanceof Long from) || !(args[2] instanceof Long to)) {
            return CelError.noOverload(name, args);
        }
        String what = "cannot slice(" + from + ", " + to + "), ";
        if (from < 0 || to < 0) {
            return new CelError(CelError.Kind.INDEX_OR_RANGE, what + "negative indexes not supported");
        }
        if (from > to) {
            return CelError.other(what + "start index must be less than or equal to end index");
        }
        if (to > Lists.size(list)) {
            return CelError.other(what + "list is length " + Lists.size(list));
        }
        frame.produce(to - from);
        return ListValue.copyOf(Lists.items(list).subList(from.intValue(), to.intValue()));
    }

    private static Object reverse(Object list, Frame frame) {
        frame.produce(Lists.size(list));
        return ListValue.copyOf(Lists.items(list).reversed());
    }

    /** Items in the order of their keys, which must all be of the first one's comparable type. */
    private static Object sort(Object list, Object keys, Frame frame) {
        int size = Lists.size(list);
        if (size != Lists.size(keys)) {
            return CelError.other("expected a list of the same size as the associated keys list");
        }
        if (size == 0) {
            return list;
        }
        Object first = Lists.get(keys, 0);
        if (!Order.isComparable(first)) {
            return first instanceof CelError ? first : CelError.other("list elements must be comparable");
        }
        for (int i = 0; i < size; i++) {
            Object key = Lists.get(keys, i);
            if (!Types.nameOf(key).equals(Types.nameOf(first))) {
                return key instanceof CelError ? key : CelError.other("list elements must have the same type");
            }
        }
        return sorted(list, Lists.items(keys), frame);
    }

    private static Object sorted(Object list, List<Object> keys, Frame frame) {
        frame.produce(2L * keys.size());
        Integer[] order = new Integer[keys.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> {
            frame.tick();
            Integer compared = Order.compare(keys.get(i), keys.get(j));
            return compared == null ? 0 : compared;
        });
        List<Object> sorted = new ArrayList<>(order.length);
        for (int i : order) {
            sorted.add(Lists.get(list, i));
        }
        return ListValue.of(sorted);
    }

    /** What is too long for any limit is charged for instead of built. */
    private static Object range(long size, Frame frame) {
        if (size > Frame.EXPRESSION_COST_LIMIT) {
            frame.charge(size);
        }
        frame.produce(size);
        List<Object> all = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            frame.tick();
            all.add(i);
        }
        return ListValue.of(all);
    }
}
