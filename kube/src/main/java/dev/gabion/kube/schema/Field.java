package dev.gabion.kube.schema;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field of a type.
 *
 * @param values the only values the server takes, or empty where any is fine
 * @param preset the default as JSON text, {@code @rule} for a computed one, or null
 */
record Field(
        String name,
        FieldType type,
        boolean required,
        Set<String> values,
        @Nullable String preset) {
    /** Reads {@code name! type (A|B) = default}; everything after the type is optional. */
    static Field parse(String line) {
        String text = line.strip();
        String preset = null;
        int equals = text.indexOf(" = ");
        if (equals >= 0) {
            preset = text.substring(equals + 3);
            text = text.substring(0, equals);
        }
        Set<String> values = Set.of();
        int paren = text.indexOf(" (");
        if (paren >= 0) {
            values = Set.of(text.substring(paren + 2, text.length() - 1).split("\\|", -1));
            text = text.substring(0, paren);
        }
        int space = text.indexOf(' ');
        boolean required = text.charAt(space - 1) == '!';
        String name = text.substring(0, required ? space - 1 : space);
        return new Field(name, FieldType.parse(text.substring(space + 1)), required, values, preset);
    }
}
