package dev.gabion.kube.read;

/**
 * Bounds that keep a hostile document from taking the machine.
 *
 * @param documentBytes size of one document, at most 1 GiB
 * @param depth nested maps and lists, aliases followed
 * @param aliasedNodes nodes a document may gain by repeating anchors and merging maps
 */
public record Limits(int documentBytes, int depth, int aliasedNodes) {
    private static final int BYTES_PER_NODE = 10;
    private static final int FEWEST_NODES = 1_000;

    public static final Limits DEFAULT = new Limits(64 << 20, 1_000, 1_000_000);

    public Limits {
        if (documentBytes < 1 || documentBytes > 1 << 30 || depth < 1 || aliasedNodes < 0) {
            throw new IllegalArgumentException("limits out of range");
        }
    }

    /**
     * The most values a document may have. One for every ten bytes of the largest document is more than any real one
     * has, and keeps the tree of a document of nothing but brackets to a few times the document's size.
     */
    int nodes() {
        return Math.max(documentBytes / BYTES_PER_NODE, FEWEST_NODES);
    }

    /** The limit of a document's size as messages tell it. */
    String documentSize() {
        return documentBytes >= 1 << 20 ? (documentBytes >> 20) + " MiB" : documentBytes + " bytes";
    }
}
