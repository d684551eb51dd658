package dev.gabion.kube.schema;

import java.util.Locale;

/** The type of a field. Objects are named and looked up in the {@link Schema} when they are met. */
sealed interface FieldType {
    /** A value without fields, or one of the few types that JSON writes in more than one way. */
    enum Scalar implements FieldType {
        STRING("string"),
        BOOL("boolean"),
        INT32("integer"),
        INT64("integer"),
        DOUBLE("number"),
        BYTES("base64 string"),
        QUANTITY("quantity"),
        INTSTR("integer or string"),
        TIME("time"),
        ANY("anything");

        private final String text;

        Scalar(String text) {
            this.text = text;
        }

        /** How messages call the type. */
        String text() {
            return text;
        }
    }

    record Struct(String name) implements FieldType {}

    record ListOf(FieldType item) implements FieldType {}

    record MapOf(FieldType value) implements FieldType {}

    /** Reads {@code string}, {@code [core.v1.Container]}, <code>{quantity}</code> and the like. */
    static FieldType parse(String text) {
        if (text.startsWith("[")) {
            return new ListOf(parse(text.substring(1, text.length() - 1)));
        }
        if (text.startsWith("{")) {
            return new MapOf(parse(text.substring(1, text.length() - 1)));
        }
        return switch (text) {
            case "string", "bool", "int32", "int64", "double", "bytes", "quantity", "intstr", "time", "any" ->
                Scalar.valueOf(text.toUpperCase(Locale.ROOT));
            default -> new Struct(text);
        };
    }
}
