package dev.gabion.cel.eval;

import dev.gabion.kube.tree.ListNode;
import java.util.ArrayList;
import java.util.List;

/** The one way to look into a list, be it part of an object or made by an expression. */
final class Lists {
    private Lists() {}

    static boolean isList(Object value) {
        return value instanceof ListNode || value instanceof ListValue;
    }

    static int size(Object list) {
        return list instanceof ListNode node ? node.size() : ((ListValue) list).size();
    }

    static Object get(Object list, int index) {
        return list instanceof ListNode node ? Values.of(node.get(index)) : ((ListValue) list).get(index);
    }

    static Object concat(Object left, Object right, Frame frame) {
        if (size(right) == 0) {
            return left;
        }
        if (size(left) == 0) {
            return right;
        }
        return left instanceof ListValue list
                ? list.plus(right, frame)
                : ListValue.EMPTY.plus(left, frame).plus(right, frame);
    }

    static List<Object> items(Object list) {
        int size = size(list);
        List<Object> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(get(list, i));
        }
        return all;
    }
}
