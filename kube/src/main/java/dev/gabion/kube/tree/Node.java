package dev.gabion.kube.tree;

import org.jspecify.annotations.Nullable;

/**
 * One value of a document. Nodes are immutable and may be shared: a YAML alias and its anchor are the same node.
 *
 * <p>The span {@code [start, end)} counts bytes from the beginning of the document; {@link #NOWHERE} marks a node that
 * stands in no file, such as a default the API server would fill in.
 */
public abstract sealed class Node permits MapNode, ListNode, ScalarNode, RefusedNode {
    /** The start of a node that no file contains. */
    public static final int NOWHERE = -1;

    private final int start;
    private final int end;

    Node(int start, int end) {
        this.start = start;
        this.end = end;
    }

    /** First byte of the value, or {@link #NOWHERE}. */
    public final int start() {
        return start;
    }

    /** Byte after the value's last, or {@link #NOWHERE}. */
    public final int end() {
        return end;
    }

    /** Whether the other is this very node. Unchanged parts of a tree are shared, and this is how one tells. */
    @SuppressWarnings("ReferenceEquality") // identity is the question here
    public final boolean same(@Nullable Node other) {
        return this == other;
    }

    /** Whether the value is written in a file. */
    public final boolean written() {
        return start != NOWHERE;
    }
}
