package dev.gabion.controls.audit;

import org.jspecify.annotations.Nullable;

/**
 * A request an audit policy decides about.
 *
 * @param resource null for a request that is not for a resource
 * @param subresource empty for the resource itself
 * @param namespace empty for a resource of the cluster
 * @param path of a request that is not for a resource, else empty
 */
public record AuditRequest(
        AuditIdentity who,
        String verb,
        String group,
        @Nullable String resource,
        String subresource,
        String namespace,
        String name,
        String path) {
    /** A request for a resource, written {@code pods/exec} with its subresource. */
    public static AuditRequest of(AuditIdentity who, String verb, String group, String combined, String namespace) {
        int slash = combined.indexOf('/');
        String resource = slash < 0 ? combined : combined.substring(0, slash);
        String subresource = slash < 0 ? "" : combined.substring(slash + 1);
        return new AuditRequest(who, verb, group, resource, subresource, namespace, "some-name", "");
    }

    /** A request for a path. */
    public static AuditRequest path(AuditIdentity who, String path) {
        return new AuditRequest(who, "get", "", null, "", "", "", path);
    }

    boolean isForResource() {
        return resource != null;
    }

    String combined() {
        return subresource.isEmpty() ? String.valueOf(resource) : resource + "/" + subresource;
    }

    @Override
    public String toString() {
        String what = isForResource() ? combined() : path;
        return verb + " " + what + (namespace.isEmpty() ? "" : " in " + namespace) + " by " + who;
    }
}
