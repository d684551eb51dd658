package dev.gabion.cel.eval;

import org.jspecify.annotations.Nullable;

/**
 * What a call costs in the API server's model. Sizes are code points of strings, bytes, entries of lists and maps, and
 * 1 for everything else, errors included; fractions round up unless a rule says otherwise. Operators know their own
 * cost. Source: the reference vectors; where the specification of the cost model differs the vectors win.
 */
enum Cost {
    ONE,
    /** A tenth of the first argument. */
    TRAVERSAL,
    TWO_TRAVERSALS,
    /** The product of a tenth of each. */
    SEARCH,
    JOIN,
    /** Every item of a list by its own size, strings by a tenth of their bytes, rounded down. */
    DEEP_TRAVERSAL,
    REGEX,
    /** A new list of the result's size. */
    LIST_RESULT,
    /** A new list of the first argument's size times the depth. */
    FLATTEN,
    /** Each item compared with each, and the list they make. */
    SELF_COMPARISON,
    /** Comparisons of every pair. */
    PAIRS,
    PAIRS_TWICE,
    FIELD_OR_LABEL_SELECTOR,
    AUTHORIZATION_CHECK,
    /** By the block's prefix, and by the text of the argument where the checker knows it is one. */
    CONTAINS_IP,
    CONTAINS_IP_TEXT,
    CONTAINS_CIDR,
    CONTAINS_CIDR_TEXT,
    FORMAT_VALIDATION;

    private static final int LIST_BASE = 11;
    /** A struct and its list of values; every two characters of a selector may be one. */
    private static final int REQUIREMENT = 50;

    static Cost of(String function, @Nullable String overload) {
        return switch (function) {
            case "startsWith",
                    "endsWith",
                    "strings.quote",
                    "format",
                    "lowerAscii",
                    "upperAscii",
                    "substring",
                    "trim",
                    "url",
                    "quantity",
                    "isQuantity",
                    "semver",
                    "isSemver",
                    "cidr",
                    "isIP",
                    "isCIDR" -> TRAVERSAL;
            case "ip" -> "cidr_ip".equals(overload) ? ONE : TRAVERSAL;
            case "contains" -> SEARCH;
            case "replace", "split", "ip.isCanonical" -> TWO_TRAVERSALS;
            case "join" -> JOIN;
            case "isSorted", "sum", "max", "min", "indexOf", "lastIndexOf", "includes" -> DEEP_TRAVERSAL;
            case "find", "findAll" -> REGEX;
            case "matches" -> "matches_string".equals(overload) ? REGEX : ONE;
            case "lists.range", "slice", "reverse" -> LIST_RESULT;
            case "flatten" -> FLATTEN;
            case "distinct" -> SELF_COMPARISON;
            case "sort", "@sortByAssociatedKeys" -> overload == null ? ONE : SELF_COMPARISON;
            case "sets.contains", "sets.intersects" -> PAIRS;
            case "sets.equivalent" -> PAIRS_TWICE;
            case "check" -> AUTHORIZATION_CHECK;
            case "fieldSelector", "labelSelector" -> FIELD_OR_LABEL_SELECTOR;
            case "containsIP" -> "cidr_contains_ip_string".equals(overload) ? CONTAINS_IP_TEXT : CONTAINS_IP;
            case "containsCIDR" -> "cidr_contains_cidr_string".equals(overload) ? CONTAINS_CIDR_TEXT : CONTAINS_CIDR;
            case "validate" -> FORMAT_VALIDATION;
            default -> ONE;
        };
    }

    /** Whether the cost is known only after the call. */
    boolean needsResult() {
        return this == JOIN || this == LIST_RESULT;
    }

    /** The cost of a call; {@code result} matters only where {@link #needsResult}. */
    long of(Object[] args, Object result) {
        return switch (this) {
            case ONE -> 1;
            case TRAVERSAL -> tenth(size(args[0]));
            case TWO_TRAVERSALS -> fifth(size(args[0]));
            case SEARCH -> tenth(size(args[0])) * tenth(size(args[1]));
            case JOIN -> fifth(size(result));
            case DEEP_TRAVERSAL -> deep(args[0], 0);
            case REGEX -> tenth(1 + size(args[0])) * quarter(size(args[1]));
            case LIST_RESULT -> LIST_BASE + size(result);
            case FLATTEN -> LIST_BASE + size(args[0]) * (args.length == 2 ? depth(args[1]) : 1);
            case SELF_COMPARISON -> selfComparison(args[0]);
            case PAIRS -> 1 + size(args[0]) * size(args[1]);
            case PAIRS_TWICE -> 1 + 2 * size(args[0]) * size(args[1]);
            case FIELD_OR_LABEL_SELECTOR -> 10 + tenth(size(args[1])) + REQUIREMENT * ((size(args[1]) + 1) / 2);
            case AUTHORIZATION_CHECK -> 350_000;
            case CONTAINS_IP -> containsAddress(args[0]);
            case CONTAINS_IP_TEXT -> containsAddress(args[0]) + tenth(size(args[1]));
            case CONTAINS_CIDR -> containsBlock(args[0]);
            case CONTAINS_CIDR_TEXT -> containsBlock(args[0]) + tenth(size(args[1]));
            case FORMAT_VALIDATION ->
                args[0] instanceof NamedFormat format ? tenth(1 + size(args[1])) * quarter(format.regexLength()) : 1;
        };
    }

    /** Beyond any limit, one depth is as good as another. */
    private static long depth(Object depth) {
        if (!(depth instanceof Long levels)) {
            throw new EvaluationPanic("the cost of flattening needs a number");
        }
        return Math.clamp(levels, -1, Frame.EXPRESSION_COST_LIMIT + 1);
    }

    private static long containsAddress(Object block) {
        return fifth(size(block));
    }

    private static long containsBlock(Object block) {
        return fifth(size(block)) + tenth(size(block)) + 1;
    }

    private static long selfComparison(Object list) {
        if (!Lists.isList(list)) {
            throw new EvaluationPanic("the cost of a comparison of items needs a list");
        }
        if (Lists.size(list) == 0) {
            return LIST_BASE;
        }
        long pairs = (long) Lists.size(list) * Lists.size(list);
        Object first = Lists.get(list, 0);
        boolean text = first instanceof String || first instanceof Bytes;
        return LIST_BASE + 2 * pairs + (text ? pairs / 10 : 0);
    }

    static long size(Object value) {
        if (value instanceof String s) {
            return s.codePointCount(0, s.length());
        }
        if (Lists.isList(value)) {
            return Lists.size(value);
        }
        if (Maps.isMap(value)) {
            return Maps.size(value);
        }
        if (value instanceof LibraryValue library) {
            return library.size();
        }
        return value instanceof Bytes b ? b.size() : value instanceof PolicyVariables v ? v.size() : 1;
    }

    private static long deep(Object value, int depth) {
        if (depth > Frame.DEPTH_LIMIT) {
            throw new EvaluationStopped(EvaluationStopped.Limit.SIZE);
        }
        if (value instanceof String s) {
            return utf8Length(s) / 10;
        }
        if (value instanceof Bytes b) {
            return b.size() / 10;
        }
        long total = 0;
        if (Lists.isList(value)) {
            for (int i = 0; i < Lists.size(value); i++) {
                total += deep(Lists.get(value, i), depth + 1);
            }
            return total;
        }
        if (Maps.isMap(value)) {
            for (Object key : Maps.keys(value)) {
                Object item = Maps.get(value, key);
                total += deep(key, depth + 1) + (item == null ? 0 : deep(item, depth + 1));
            }
            return total;
        }
        return 1;
    }

    private static int utf8Length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // A pair of surrogates is four bytes, so each half adds one to what it counts already.
            length += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return length;
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
