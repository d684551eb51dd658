package dev.gabion.controls.check;

import dev.gabion.controls.component.Certificates;
import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/** Certificates in a kubeconfig that make their holder a member of system:masters for long. Source: CP-10. */
final class MastersCertificate implements Check {
    private static final String GROUP = "system:masters";
    private static final Pattern GROUP_OF_SUBJECT = Pattern.compile("(^|[,+])O=system:masters($|[,+])");

    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        long most = params.get("days") instanceof ScalarNode s && s.value() instanceof Long days ? days : 0;
        ListNode users = target.root().list("users");
        for (int i = 0; i < users.size(); i++) {
            Node data = users.get(i) instanceof MapNode user ? user.at("user", "client-certificate-data") : null;
            for (X509Certificate certificate : Certificates.of(data instanceof ScalarNode s ? s.value() : null)) {
                long days = life(certificate).toDays();
                if (isOfGroup(certificate) && days > most) {
                    FieldPath place =
                            FieldPath.keys("users").item(i).key("user").key("client-certificate-data");
                    report.offends(place, "a certificate of " + GROUP + " is valid for " + days + " days");
                }
            }
        }
    }

    private static Duration life(X509Certificate certificate) {
        return Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /** The organisations of a subject are its groups. */
    private static boolean isOfGroup(X509Certificate certificate) {
        return GROUP_OF_SUBJECT
                .matcher(certificate.getSubjectX500Principal().getName(X500Principal.RFC2253))
                .find();
    }
}
