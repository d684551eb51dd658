package dev.gabion.cel.eval;

/** Names of run-time types, as {@code type()} gives them and messages print them. */
final class Types {
    private Types() {}

    static String nameOf(Object value) {
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof Long) {
            return "int";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        if (Lists.isList(value)) {
            return "list";
        }
        if (Maps.isMap(value)) {
            return "map";
        }
        if (value instanceof Double) {
            return "double";
        }
        return value instanceof LibraryValue library ? library.typeName() : rarer(value);
    }

    private static String rarer(Object value) {
        return switch (value) {
            case NullValue n -> "null_type";
            case UInt u -> "uint";
            case Bytes b -> "bytes";
            case TypeValue t -> "type";
            case OptionalValue o -> "optional_type";
            case StructValue s -> s.typeName();
            case CelError e -> "error";
            default -> value.getClass().getSimpleName();
        };
    }
}
