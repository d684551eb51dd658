package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;

/** The checks written in Java, by control. A new one is a class and a line here. */
public final class JavaChecks {
    private JavaChecks() {}

    /** The check behind a control of engine java. */
    public static Check of(String control) {
        return switch (control) {
            case "GBN-HYG-001" -> new FieldFlaws(true);
            case "GBN-HYG-002" -> new FieldFlaws(false);
            case "GBN-RBAC-066" -> new RolesPerSubject();
            case "GBN-RBAC-069" -> new RoleWords();
            default -> throw new IllegalArgumentException("no check in Java for " + control);
        };
    }
}
