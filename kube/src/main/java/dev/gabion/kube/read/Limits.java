package dev.gabion.kube.read;

/**
 * Bounds that keep a hostile document from taking the machine.
 *
 * @param documentBytes size of one document
 * @param depth nested maps and lists, aliases followed
 * @param aliasedNodes nodes a document may gain by repeating anchors
 */
public record Limits(int documentBytes, int depth, int aliasedNodes) {
    public static final Limits DEFAULT = new Limits(64 << 20, 1_000, 1_000_000);
}
