package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;

/** The checks written in Java, by control. A new one is a class and a line here. */
public final class JavaChecks {
    private JavaChecks() {}

    /** The check behind a control of engine java. */
    public static Check of(String control) {
        return switch (control) {
            case "GBN-CP-001" -> new AnonymousRequests();
            case "GBN-CP-005" -> new UserLogin();
            case "GBN-CP-061" -> new EtcdAuthority();
            case "GBN-CP-062" -> new ControlPlaneDirectories();
            case "GBN-CP-081" -> new EncryptionWriter(EncryptionWriter.Question.ENCRYPTS);
            case "GBN-CP-082" -> new EncryptionWriter(EncryptionWriter.Question.ACCEPTED);
            case "GBN-CP-083" -> new EncryptionWriter(EncryptionWriter.Question.REMOTE);
            case "GBN-CP-086" -> new EncryptionKeys();
            case "GBN-CP-094" -> new MastersCertificate();
            case "GBN-CP-095" -> new EmbeddedKubeconfig();
            case "GBN-HYG-001" -> new FieldFlaws(true);
            case "GBN-HYG-002" -> new FieldFlaws(false);
            default -> throw new IllegalArgumentException("no check in Java for " + control);
        };
    }
}
