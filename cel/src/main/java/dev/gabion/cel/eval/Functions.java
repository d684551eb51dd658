package dev.gabion.cel.eval;

/**
 * All libraries together. A new library is one class, and one line here with the names of its global functions and of
 * the member functions it gives to strings, lists and maps; members of the library's own types are found on their
 * values. Nothing of a library is loaded before one of its functions is named.
 */
final class Functions {
    private Functions() {}

    static Function find(String name) {
        return switch (name) {
            case "!_", "-_", "size" -> new Operators(name);
            case "startsWith", "endsWith", "contains", "lowerAscii", "upperAscii", "trim" -> new StringFunctions(name);
            case "charAt", "substring", "replace", "split", "join", "strings.quote" -> new StringFunctions(name);
            case "format" -> Format::format;
            case "indexOf", "lastIndexOf" -> new Positions(name);
            case "isSorted", "sum", "min", "max", "includes" -> new ListFunctions(name);
            case "distinct", "flatten", "slice", "reverse", "lists.range" -> new ListFunctions(name);
            case "sort", "@sortByAssociatedKeys" -> new ListFunctions(name);
            case "first", "last", "optional.unwrap", "unwrapOpt" -> new OptionalFunctions(name);
            case "optional.of", "optional.none", "optional.ofNonZeroValue" -> new OptionalFunctions(name);
            case "hasValue", "value" -> new OptionalFunctions(name);
            case "matches", "find", "findAll" -> new RegexFunctions(name);
            case "sets.contains", "sets.equivalent", "sets.intersects" -> new SetFunctions(name);
            case "cel.@mapInsert" -> MapFunctions::insert;
            case "quantity", "isQuantity", "sign" -> new QuantityFunctions(name);
            case "ip", "isIP", "ip.isCanonical" -> new IpFunctions(name);
            case "cidr", "isCIDR" -> new CidrFunctions(name);
            case "url", "isURL" -> new UrlFunctions(name);
            case "semver", "isSemver" -> new SemverFunctions(name);
            default -> name.startsWith("format.") ? new NamedFormats(name) : new MemberFunction(name);
        };
    }
}
