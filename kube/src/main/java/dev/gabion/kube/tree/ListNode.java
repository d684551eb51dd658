package dev.gabion.kube.tree;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** A sequence. Items keep their order. */
public final class ListNode extends Node implements Iterable<Node> {
    /** An empty list that stands in no file. */
    public static final ListNode EMPTY = new ListNode(NOWHERE, NOWHERE, new Node[0]);

    private final Node[] items;

    /** Takes the array as its own. */
    public ListNode(int start, int end, Node[] items) {
        super(start, end);
        this.items = items;
    }

    /** A list that stands in no file. */
    public static ListNode of(List<? extends Node> items) {
        return new ListNode(NOWHERE, NOWHERE, items.toArray(Node[]::new));
    }

    public int size() {
        return items.length;
    }

    public Node get(int index) {
        return items[index];
    }

    /** The same list with other items of the same number. */
    public ListNode withItems(Node[] others) {
        return new ListNode(start(), end(), others);
    }

    /** A copy of the items. */
    public Node[] toArray() {
        return items.clone();
    }

    @Override
    public Iterator<Node> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < items.length;
            }

            @Override
            public Node next() {
                if (next >= items.length) {
                    throw new NoSuchElementException();
                }
                return items[next++];
            }
        };
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ListNode l && Arrays.equals(items, l.items);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(items);
    }

    @Override
    public String toString() {
        return Arrays.toString(items);
    }
}
