package dev.gabion.cel.eval;

import java.util.ArrayList;
import java.util.List;

/**
 * A list made by an expression. Immutable to its users; appending to the longest view of a store that an append made is
 * done in place, so building a list item by item in a comprehension stays linear. Lists made otherwise may be constants
 * that threads share, so appending to them copies.
 */
final class ListValue {
    static final ListValue EMPTY = new ListValue(new ArrayList<>(0), 0, false);

    private final List<Object> store;
    private final int size;
    private final boolean appended;

    private ListValue(List<Object> store, int size, boolean appended) {
        this.store = store;
        this.size = size;
        this.appended = appended;
    }

    /** Takes the growable list as its own. */
    static ListValue of(List<Object> items) {
        return new ListValue(items, items.size(), false);
    }

    static ListValue copyOf(List<?> items) {
        return of(new ArrayList<>(items));
    }

    int size() {
        return size;
    }

    Object get(int index) {
        return store.get(index);
    }

    ListValue plus(Object list, Frame frame) {
        int added = Lists.size(list);
        List<Object> target = store;
        if (!appended || store.size() != size) {
            frame.produce(size);
            target = new ArrayList<>(Math.max(8, size + added));
            target.addAll(store.subList(0, size));
        }
        frame.produce(added);
        for (int i = 0; i < added; i++) {
            target.add(Lists.get(list, i));
        }
        return new ListValue(target, target.size(), true);
    }

    @Override
    public String toString() {
        return store.subList(0, size).toString();
    }
}
