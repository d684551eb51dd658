package dev.gabion.kube.tree;

/**
 * A value the API server would refuse, such as a string where a boolean belongs. Reading it is an error that says so,
 * hence a verdict that depends on it is undecided, and one that does not is unaffected.
 */
public final class RefusedNode extends Node {
    private final Node written;
    private final String reason;

    public RefusedNode(Node written, String reason) {
        super(written.start(), written.end());
        this.written = written;
        this.reason = Excerpt.message(reason);
    }

    /** What the file says. */
    public Node original() {
        return written;
    }

    /** Why the server refuses it, with the field path: {@code spec.hostNetwork: want boolean, have string}. */
    public String reason() {
        return reason;
    }

    @Override
    public String toString() {
        return "refused(" + reason + ")";
    }
}
