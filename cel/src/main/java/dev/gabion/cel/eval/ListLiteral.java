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
        boolean constant = optionalItems.isEmpty() && items.stream().allMatch(Constant.class::isInstance);
        return constant ? new FoldedConstant(list).constant() : list;
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
        List<Object> values = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            Object value = items.get(i).eval(frame);
            if (value instanceof CelError) {
                return value;
            }
            if (!optionalItems.isEmpty() && optionalItems.contains(i)) {
                if (!(value instanceof OptionalValue(Object inner))) {
                    return CelError.noOverload("optional list item", value);
                }
                if (inner != null) {
                    values.add(inner);
                }
                continue;
            }
            values.add(value);
        }
        frame.charge(COST);
        return ListValue.of(values);
    }
}
