package dev.gabion.cel.conformance;

import dev.gabion.cel.conformance.TextProto.Message;
import dev.gabion.cel.eval.NullValue;
import dev.gabion.cel.eval.TestValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values as conformance cases write them. */
final class ProtoValue {
    private ProtoValue() {}

    static Object of(Message value) {
        TextProto.Field field = value.fields().getFirst();
        String text = String.valueOf(value.text(field.name()));
        return switch (field.name()) {
            case "null_value" -> NullValue.NULL;
            case "bool_value" -> Boolean.valueOf(text);
            case "int64_value" -> Long.valueOf(text);
            case "uint64_value" -> TestValues.uint(Long.parseUnsignedLong(text));
            case "double_value" -> number(text);
            case "string_value" -> text;
            case "bytes_value" -> TestValues.bytes((byte[]) field.value());
            case "list_value" -> {
                List<Object> items = new ArrayList<>();
                ((Message) field.value()).messages("values").forEach(v -> items.add(of(v)));
                yield TestValues.list(items);
            }
            case "map_value" -> {
                List<Object[]> entries = new ArrayList<>();
                for (Message entry : ((Message) field.value()).messages("entries")) {
                    entries.add(new Object[] {of(entry.message("key")), of(entry.message("value"))});
                }
                yield TestValues.map(entries);
            }
            case "type_value" -> TestValues.type(text);
            default -> throw new IllegalArgumentException(field.name());
        };
    }

    private static double number(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }

    /** Whether a value is what a case expects, types included. */
    static boolean matches(Object value, Message wanted) {
        if (wanted.has("object_value")) {
            return object(value, wanted.message("object_value"));
        }
        return wanted.fields().isEmpty() || TestValues.same(value, of(wanted));
    }

    private static boolean object(Object value, Message message) {
        TextProto.Field any = message.fields().getFirst();
        String seconds = ((Message) any.value()).text("seconds");
        String nanos = ((Message) any.value()).text("nanos");
        long s = seconds == null ? 0 : Long.parseLong(seconds);
        long n = nanos == null ? 0 : Long.parseLong(nanos);
        return switch (any.name()) {
            case "[type.googleapis.com/google.protobuf.Duration]" ->
                TestValues.text(value).equals(Long.toString(s * 1_000_000_000L + n));
            case "[type.googleapis.com/google.protobuf.Timestamp]" -> TestValues.isTimestamp(value, s, (int) n);
            default -> false;
        };
    }
}
