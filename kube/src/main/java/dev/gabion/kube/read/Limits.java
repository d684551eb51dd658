package dev.gabion.kube.read;

/**
 * Bounds that keep a hostile document from taking the machine.
 *
 * @param documentBytes size of one document, at most 1 GiB
 * @param depth nested maps and lists, aliases followed
 * @param aliasedNodes nodes a document may gain by repeating anchors and merging maps
 */
public record Limits(int documentBytes, int depth, int aliasedNodes) {
    public static final Limits DEFAULT = new Limits(64 << 20, 1_000, 1_000_000);

    public Limits {
        if (documentBytes < 1 || documentBytes > 1 << 30 || depth < 1 || aliasedNodes < 0) {
            throw new IllegalArgumentException("limits out of range");
        }
    }

    /** The limit of a document's size as messages tell it. */
    String documentSize() {
        return documentBytes >= 1 << 20 ? (documentBytes >> 20) + " MiB" : documentBytes + " bytes";
    }
}
