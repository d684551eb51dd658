package dev.gabion.cel.compile;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.common.types.TypeType;

/** Types as text: {@code bool}, {@code list(dyn)}, {@code map(string, int)}, {@code google.protobuf.Timestamp}. */
final class TypeText {
    private TypeText() {}

    static String format(CelType type) {
        if (type instanceof TypeType meta) {
            return meta.type() == null ? "type" : "type(" + format(meta.type()) + ")";
        }
        if (type instanceof NullableType nullable) {
            return "wrapper(" + format(nullable.targetType()) + ")";
        }
        if (type instanceof TypeParamType) {
            return "dyn";
        }
        if (type.parameters().isEmpty()) {
            return type.name();
        }
        StringBuilder out = new StringBuilder(type.name()).append('(');
        for (int i = 0; i < type.parameters().size(); i++) {
            out.append(i == 0 ? "" : ", ").append(format(type.parameters().get(i)));
        }
        return out.append(')').toString();
    }

    /** The type a variable of a policy is declared with; types of libraries are not carried over. */
    static CelType ofVariable(String text) {
        if (text.startsWith("list(")) {
            return ListType.create(ofVariable(text.substring(5, text.length() - 1)));
        }
        if (text.startsWith("map(")) {
            int comma = keyEnd(text);
            String value = text.substring(comma + 2, text.length() - 1);
            return MapType.create(ofVariable(text.substring(4, comma)), ofVariable(value));
        }
        return switch (text) {
            case "bool" -> SimpleType.BOOL;
            case "bytes" -> SimpleType.BYTES;
            case "double" -> SimpleType.DOUBLE;
            case "int" -> SimpleType.INT;
            case "string" -> SimpleType.STRING;
            case "uint" -> SimpleType.UINT;
            case "null_type" -> SimpleType.NULL_TYPE;
            case "google.protobuf.Duration" -> SimpleType.DURATION;
            case "google.protobuf.Timestamp" -> SimpleType.TIMESTAMP;
            default -> SimpleType.DYN;
        };
    }

    /** Where the comma after a map's key type is. */
    private static int keyEnd(String map) {
        int depth = 0;
        for (int i = 4; i < map.length(); i++) {
            char c = map.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("not a type: " + map);
    }
}
