package dev.gabion.cel.eval;

import java.util.ArrayList;
import java.util.List;

/**
 * A list made by an expression. Immutable to its users; appending to the longest view of the shared store is done in
 * place, so building a list item by item in a comprehension stays linear.
 */
final class ListValue {
    static final ListValue EMPTY = new ListValue(new ArrayList<>(0), 0);

    private final List<Object> store;
    private final int size;

    private ListValue(List<Object> store, int size) {
        this.store = store;
        this.size = size;
    }

    /** Takes the growable list as its own. */
    static ListValue of(List<Object> items) {
        return new ListValue(items, items.size());
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

    ListValue plus(Object list) {
        int added = Lists.size(list);
        if (added == 0) {
            return this;
        }
        List<Object> target = store;
        if (store.size() != size || size == 0) {
            target = new ArrayList<>(Math.max(8, size + added));
            target.addAll(store.subList(0, size));
        }
        for (int i = 0; i < added; i++) {
            target.add(Lists.get(list, i));
        }
        return new ListValue(target, target.size());
    }

    @Override
    public String toString() {
        return store.subList(0, size).toString();
    }
}
