package dev.gabion.finding;

import org.jspecify.annotations.Nullable;

/** The identity of a Kubernetes object; what it does not say is null. */
public record ObjectReference(
        String apiVersion,
        String kind,
        @Nullable String namespace,
        @Nullable String name) {

    /** The API group: empty for the core group. */
    public String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** {@code Deployment shop/web}, as people read it. */
    @Override
    public String toString() {
        String own = name == null ? "(no name)" : name;
        return kind + " " + (namespace == null ? own : namespace + "/" + own);
    }
}
