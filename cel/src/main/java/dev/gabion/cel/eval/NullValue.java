package dev.gabion.cel.eval;

/** CEL's null. */
public enum NullValue {
    NULL;

    @Override
    public String toString() {
        return "null";
    }
}
