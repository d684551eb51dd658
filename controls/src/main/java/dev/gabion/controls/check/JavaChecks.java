package dev.gabion.controls.check;

import dev.gabion.controls.check.CredentialsInObject.Place;
import dev.gabion.controls.engine.Check;

/** The checks written in Java, by control. A new one is a class and a line here. */
public final class JavaChecks {
    private JavaChecks() {}

    /** The check behind a control of engine java. */
    public static Check of(String control) {
        return switch (control) {
            case "GBN-AUD-003" -> new AuditFiles(AuditFiles.Question.READABLE);
            case "GBN-AUD-004" -> new AuditPolicyContent(AuditPolicyContent.Demand.ANYTHING);
            case "GBN-AUD-005" -> new AuditPolicyText(true);
            case "GBN-AUD-006" -> new AuditPolicyText(false);
            case "GBN-AUD-010" -> new AuditPolicyContent(AuditPolicyContent.Demand.NO_SECRET_BODIES);
            case "GBN-AUD-011" -> new AuditPolicyContent(AuditPolicyContent.Demand.SECRET_ACCESS);
            case "GBN-AUD-012" -> new AuditPolicyContent(AuditPolicyContent.Demand.INTERACTIVE);
            case "GBN-AUD-013" -> new AuditPolicyContent(AuditPolicyContent.Demand.CHANGES);
            case "GBN-AUD-014" -> new AuditPolicyContent(AuditPolicyContent.Demand.ANONYMOUS);
            case "GBN-AUD-015" -> new AuditPolicyContent(AuditPolicyContent.Demand.STAGES);
            case "GBN-AUD-016" -> new AuditPolicyContent(AuditPolicyContent.Demand.NO_TOKEN_BODIES);
            case "GBN-AUD-017" -> new AuditPolicyContent(AuditPolicyContent.Demand.FURTHER);
            case "GBN-AUD-023" -> new AuditFiles(AuditFiles.Question.ROTATES);
            case "GBN-AUD-024" -> new AuditFiles(AuditFiles.Question.OUTLIVES);
            case "GBN-AUD-032" -> new AuditWebhookKubeconfig();
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
            case "GBN-HYG-003" -> new PodNames();
            case "GBN-HYG-007" -> new TargetPorts();
            case "GBN-IMG-008" -> new ImageVersions();
            case "GBN-NET-001" -> new PodIsolation(PolicyDirection.INGRESS);
            case "GBN-NET-002" -> new PodIsolation(PolicyDirection.EGRESS);
            case "GBN-NET-003" -> new DefaultDeny(PolicyDirection.INGRESS);
            case "GBN-NET-004" -> new DefaultDeny(PolicyDirection.EGRESS);
            case "GBN-NET-006" -> new PolicyPeers(false);
            case "GBN-NET-007" -> new PolicyPeers(true);
            case "GBN-NET-008" -> new FieldFlaws(false);
            case "GBN-NET-010" -> new PolicyValidity();
            case "GBN-NET-015", "GBN-NET-016" -> new BlocksCover();
            case "GBN-NET-017", "GBN-NET-018" -> new EgressReach();
            case "GBN-NET-020" -> new BlocksOverlap();
            case "GBN-POD-094" -> new PodValidation();
            case "GBN-RBAC-066" -> new RolesPerSubject();
            case "GBN-RBAC-069" -> new RoleWords();
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
