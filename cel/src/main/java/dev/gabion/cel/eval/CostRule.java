package dev.gabion.cel.eval;

import dev.gabion.kube.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What a call costs in the API server's model, given its arguments and result. Sizes are code points of strings, bytes,
 * entries of lists and maps, and 1 for everything else; fractions round up. Source: the reference vectors and
 * specification of the cost model; where they differ the vectors win.
 */
enum CostRule {
    ONE {
        @Override
        long cost(Object[] args, Object result) {
            return 1;
        }
    },
    /** A tenth of the first argument. */
    TRAVERSAL {
        @Override
        long cost(Object[] args, Object result) {
            return tenth(size(args[0]));
        }
    },
    TWO_TRAVERSALS {
        @Override
        long cost(Object[] args, Object result) {
            return fifth(size(args[0]));
        }
    },
    JOIN {
        @Override
        long cost(Object[] args, Object result) {
            return fifth(size(result));
        }
    },
    /** Every item of a list by its own size. */
    DEEP_TRAVERSAL {
        @Override
        long cost(Object[] args, Object result) {
            return deep(args[0]);
        }
    },
    LIST_MEMBERSHIP {
        @Override
        long cost(Object[] args, Object result) {
            return size(args[1]);
        }
    },
    EQUALITY {
        @Override
        long cost(Object[] args, Object result) {
            return isKubernetesValue(args[0]) ? 1 : tenth(Math.min(size(args[0]), size(args[1])));
        }
    },
    STRING_ORDER {
        @Override
        long cost(Object[] args, Object result) {
            return tenth(Math.min(size(args[0]), size(args[1])));
        }
    },
    CONCATENATION {
        @Override
        long cost(Object[] args, Object result) {
            return tenth(size(args[0]) + size(args[1]));
        }
    },
    CONTAINS {
        @Override
        long cost(Object[] args, Object result) {
            return tenth(size(args[0])) * tenth(size(args[1]));
        }
    },
    REGEX {
        @Override
        long cost(Object[] args, Object result) {
            return tenth(1 + size(args[0])) * quarter(size(args[1]));
        }
    },
    /** A new list of the result's size. */
    LIST_RESULT {
        @Override
        long cost(Object[] args, Object result) {
            return 11 + (result instanceof CelError ? 1 : size(result));
        }
    },
    /** Comparisons of every pair. */
    PAIRS {
        @Override
        long cost(Object[] args, Object result) {
            return 1 + size(args[0]) * size(args[1]);
        }
    },
    PAIRS_TWICE {
        @Override
        long cost(Object[] args, Object result) {
            return 1 + 2 * size(args[0]) * size(args[1]);
        }
    },
    SORT {
        @Override
        long cost(Object[] args, Object result) {
            long size = size(args[0]);
            return 11 + size * size;
        }
    };

    abstract long cost(Object[] args, Object result);

    static CostRule of(String function, @Nullable String overload) {
        return switch (function) {
            case "startsWith",
                    "endsWith",
                    "strings.quote",
                    "lowerAscii",
                    "upperAscii",
                    "substring",
                    "trim",
                    "quantity",
                    "isQuantity" -> TRAVERSAL;
            case "format" -> TRAVERSAL;
            case "bytes", "string" -> isTextConversion(overload) ? TRAVERSAL : ONE;
            case "replace", "split" -> TWO_TRAVERSALS;
            case "join" -> JOIN;
            case "isSorted", "sum", "max", "min", "indexOf", "lastIndexOf", "includes" -> DEEP_TRAVERSAL;
            case "find", "findAll", "matches" -> REGEX;
            case "_==_", "_!=_" -> EQUALITY;
            case "lists.range", "slice", "reverse", "flatten" -> LIST_RESULT;
            case "distinct", "sort", "@sortByAssociatedKeys" -> SORT;
            case "sets.contains", "sets.intersects" -> PAIRS;
            case "sets.equivalent" -> PAIRS_TWICE;
            case "@in", "contains", "_+_", "_<_", "_<=_", "_>_", "_>=_" -> byOverload(overload);
            default -> ONE;
        };
    }

    private static boolean isTextConversion(@Nullable String overload) {
        return "string_to_bytes".equals(overload) || "bytes_to_string".equals(overload);
    }

    private static CostRule byOverload(@Nullable String overload) {
        return switch (overload) {
            case "in_list" -> LIST_MEMBERSHIP;
            case "contains_string" -> CONTAINS;
            case "add_string", "add_bytes" -> CONCATENATION;
            case "less_string",
                    "less_equals_string",
                    "greater_string",
                    "greater_equals_string",
                    "less_bytes",
                    "less_equals_bytes",
                    "greater_bytes",
                    "greater_equals_bytes" -> STRING_ORDER;
            case null, default -> ONE;
        };
    }

    static long size(Object value) {
        return switch (value) {
            case String s -> StringFunctions.length(s);
            case Bytes b -> b.size();
            default -> Lists.isList(value) ? Lists.size(value) : Maps.isMap(value) ? Maps.size(value) : 1;
        };
    }

    private static boolean isKubernetesValue(Object value) {
        return value instanceof Quantity;
    }

    private static long deep(Object value) {
        if (value instanceof String s) {
            return tenth(StringFunctions.length(s));
        }
        if (value instanceof Bytes b) {
            return tenth(b.size());
        }
        if (Lists.isList(value)) {
            long total = 0;
            for (int i = 0; i < Lists.size(value); i++) {
                total += deep(Lists.get(value, i));
            }
            return total;
        }
        if (Maps.isMap(value)) {
            long total = 0;
            for (Object key : Maps.keys(value)) {
                Object item = Maps.get(value, key);
                total += deep(key) + (item == null ? 0 : deep(item));
            }
            return total;
        }
        return 1;
    }

    static long tenth(long units) {
        return (units + 9) / 10;
    }

    static long fifth(long units) {
        return (units + 4) / 5;
    }

    static long quarter(long units) {
        return (units + 3) / 4;
    }
}
