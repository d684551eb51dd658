package dev.gabion.cel.eval;

/** A type as a value, such as {@code int} or what {@code type(x)} gives. */
public record TypeValue(String name) {
    @Override
    public boolean equals(Object o) {
        return o instanceof TypeValue t && t.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
