package dev.gabion.finding;

/**
 * How an exception fared in a run.
 *
 * @param state active, expired, unused, invalid or broad
 * @param source where it stands, as {@code file:line}
 * @param findings it covered
 */
public record ExceptionState(
        String id,
        String state,
        String source,
        String reason,
        String owner,
        String expires,
        long findings,
        String note) {}
