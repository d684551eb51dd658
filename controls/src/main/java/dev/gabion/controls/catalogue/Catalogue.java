package dev.gabion.controls.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All controls of one source, in the order of their ids. */
public final class Catalogue {
    private final List<Control> controls;
    private final Map<String, Control> byId = new HashMap<>();

    public Catalogue(List<Control> controls) {
        this.controls = List.copyOf(controls);
        for (Control control : controls) {
            if (byId.put(control.id(), control) != null) {
                throw new IllegalArgumentException("two controls have the id " + control.id());
            }
        }
    }

    public List<Control> controls() {
        return controls;
    }

    public @Nullable Control find(String id) {
        return byId.get(id);
    }
}
