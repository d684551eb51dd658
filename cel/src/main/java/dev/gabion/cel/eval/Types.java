package dev.gabion.cel.eval;

import dev.gabion.kube.quantity.Quantity;
import java.time.Duration;
import java.time.Instant;

/** Names of run-time types, as {@code type()} gives them and messages print them. */
final class Types {
    private Types() {}

    static String nameOf(Object value) {
        return switch (value) {
            case NullValue n -> "null_type";
            case Boolean b -> "bool";
            case Long l -> "int";
            case UInt u -> "uint";
            case Double d -> "double";
            case String s -> "string";
            case Bytes b -> "bytes";
            case Instant i -> "google.protobuf.Timestamp";
            case Duration d -> "google.protobuf.Duration";
            case TypeValue t -> "type";
            case OptionalValue o -> "optional_type";
            case Quantity q -> "kubernetes.Quantity";
            case CelError e -> "error";
            default ->
                Lists.isList(value)
                        ? "list"
                        : Maps.isMap(value) ? "map" : value.getClass().getSimpleName();
        };
    }
}
