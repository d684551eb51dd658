package dev.gabion.cel.eval;

import java.util.ArrayList;
import java.util.List;

/** {@code [a, ?b]}. A list of constants is a constant. */
public final class ListLiteral extends Expression {
    private static final int COST = 10;

    private final List<Expression> items;
    private final List<Integer> optionalItems;

    private ListLiteral(int id, int offset, List<Expression> items, List<Integer> optionalItems) {
        super(id, offset);
        this.items = items;
        this.optionalItems = optionalItems;
    }

    static Expression create(int id, int offset, List<Expression> items, List<Integer> optionalItems) {
        ListLiteral list = new ListLiteral(id, offset, List.copyOf(items), List.copyOf(optionalItems));
        return optionalItems.isEmpty() && Constant.all(items) ? Constant.folded(list) : list;
    }

    public List<Integer> optionalItems() {
        return optionalItems;
    }

    @Override
    public List<Expression> children() {
        return items;
    }

    @Override
    public Object eval(Frame frame) {
        Object list = list(frame);
        frame.charge(COST);
        return list;
    }

    private Object list(Frame frame) {
        frame.produce(items.size());
        List<Object> values = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            Object value = items.get(i).eval(frame);
            if (value instanceof CelError) {
                return value;
            }
            if (optionalItems.isEmpty() || !optionalItems.contains(i)) {
                values.add(value);
                continue;
            }
            if (!(value instanceof OptionalValue optional)) {
                return CelError.other(
                        "cannot initialize optional list element from non-optional value " + Types.nameOf(value));
            }
            Object inner = optional.value();
            if (inner != null) {
                values.add(inner);
            }
        }
        return ListValue.of(values);
    }
}
