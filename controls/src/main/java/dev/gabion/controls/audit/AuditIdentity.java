package dev.gabion.controls.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request.
 *
 * @param user null where authentication failed
 */
public record AuditIdentity(@Nullable String user, List<String> groups) {
    /** A request nobody could be found for. */
    public static final AuditIdentity NOBODY = new AuditIdentity(null, List.of());

    public static final AuditIdentity ANONYMOUS =
            new AuditIdentity("system:anonymous", List.of("system:unauthenticated"));

    private static final String ACCOUNT = "system:serviceaccount:";

    /** A user that has authenticated; a service account is in the groups of its kind. */
    public static AuditIdentity of(String user) {
        if (user.startsWith(ACCOUNT)) {
            String rest = user.substring(ACCOUNT.length());
            int colon = rest.indexOf(':');
            String namespace = colon < 0 ? rest : rest.substring(0, colon);
            return new AuditIdentity(
                    user,
                    List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace, "system:authenticated"));
        }
        return user.equals("system:anonymous") ? ANONYMOUS : new AuditIdentity(user, List.of("system:authenticated"));
    }

    /** Some member of a group. */
    public static AuditIdentity member(String group) {
        return new AuditIdentity("member of " + group, List.of(group, "system:authenticated"));
    }

    /** Whether it is a part of Kubernetes rather than somebody who uses it. */
    public boolean isSystem() {
        boolean ownAccount = user != null && user.startsWith(ACCOUNT + "kube-system:");
        boolean component = user != null && user.startsWith("system:") && !user.startsWith(ACCOUNT);
        return ownAccount || component || groups.contains("system:nodes");
    }

    @Override
    public String toString() {
        return user == null ? "a caller whose login failed" : user;
    }
}
