package dev.gabion.controls.check;

import dev.gabion.controls.check.CredentialsInObject.Place;
import dev.gabion.controls.engine.Check;

/** The checks written in Java, by control. A new one is a class and a line here. */
public final class JavaChecks {
    private JavaChecks() {}

    /** The check behind a control of engine java. */
    public static Check of(String control) {
        return switch (control) {
            case "GBN-HYG-001" -> new FieldFlaws(true);
            case "GBN-HYG-002" -> new FieldFlaws(false);
            case "GBN-IMG-008" -> new ImageVersions();
            case "GBN-POD-094" -> new PodValidation();
            case "GBN-REL-008" -> new AutoscaledReplicas();
            case "GBN-SEC-001" -> new CredentialsInObject(Place.ENVIRONMENT, false);
            case "GBN-SEC-002" -> new CredentialsInObject(Place.ENVIRONMENT, true);
            case "GBN-SEC-003" -> new CredentialsInObject(Place.COMMAND, false);
            case "GBN-SEC-004" -> new CredentialsInObject(Place.COMMAND, true);
            case "GBN-SEC-005" -> new CredentialsInObject(Place.CONFIG_MAP, false);
            case "GBN-SEC-006" -> new CredentialsInObject(Place.CONFIG_MAP, true);
            case "GBN-SEC-007" -> new CredentialsInObject(Place.ANNOTATIONS, false);
            default -> throw new IllegalArgumentException("no check in Java for " + control);
        };
    }
}
