package dev.gabion.cel.eval;

import org.jspecify.annotations.Nullable;

/**
 * Answers what expressions ask of {@code authorizer}. Expressions see no authorizer unless one is bound; what they say
 * of it is then an error.
 */
@FunctionalInterface
public interface Authorizer {
    Decision decide(Query query);

    /**
     * One question.
     *
     * @param user whose rights are in question, or null for the user who makes the request
     * @param path of a request for no resource, else null
     * @param resource of a request for a resource, else null
     */
    record Query(
            @Nullable String user,
            String verb,
            @Nullable String path,
            @Nullable Resource resource) {}

    /**
     * What is to be accessed; parts that were not named are empty. Selectors are as the expression wrote them, and
     * parsing them is up to who answers.
     */
    record Resource(
            String group,
            String resource,
            String subresource,
            String namespace,
            String name,
            String fieldSelector,
            String labelSelector) {
        public Resource(String group, String resource) {
            this(group, resource, "", "", "", "", "");
        }
    }

    /** What the authorizer says; no opinion is not allowed. */
    enum Effect {
        ALLOW,
        DENY,
        NO_OPINION
    }

    /**
     * An answer.
     *
     * @param error what went wrong while deciding, or null
     */
    record Decision(Effect effect, String reason, @Nullable String error) {}
}
