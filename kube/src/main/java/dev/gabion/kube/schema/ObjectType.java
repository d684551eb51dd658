package dev.gabion.kube.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A type with fields. Those the server fills in or demands are at hand without a search. */
final class ObjectType {
    private final List<Field> fields;
    private final Map<String, Field> byName = new HashMap<>();
    private final List<Field> preset;
    private final List<Field> required;

    ObjectType(List<Field> fields) {
        this.fields = fields;
        for (Field field : fields) {
            byName.put(field.name(), field);
        }
        this.preset = fields.stream().filter(f -> f.preset() != null).toList();
        this.required = fields.stream().filter(Field::required).toList();
    }

    List<Field> fields() {
        return fields;
    }

    List<Field> preset() {
        return preset;
    }

    List<Field> required() {
        return required;
    }

    @Nullable
    Field field(String key) {
        return byName.get(key);
    }
}
