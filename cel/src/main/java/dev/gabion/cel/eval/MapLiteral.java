package dev.gabion.cel.eval;

import java.util.List;

/** <code>{k: v, ?o: w}</code>. A map of constants is a constant. */
public final class MapLiteral extends Expression {
    private static final int COST = 30;

    private final List<Expression> entries;
    private final List<Integer> optionalEntries;

    private MapLiteral(int id, int offset, List<Expression> entries, List<Integer> optionalEntries) {
        super(id, offset);
        this.entries = entries;
        this.optionalEntries = optionalEntries;
    }

    static Expression create(int id, int offset, List<Expression> entries, List<Integer> optionalEntries) {
        MapLiteral map = new MapLiteral(id, offset, List.copyOf(entries), List.copyOf(optionalEntries));
        boolean constant = optionalEntries.isEmpty() && entries.stream().allMatch(Constant.class::isInstance);
        return constant ? new FoldedConstant(map).constant() : map;
    }

    public List<Integer> optionalEntries() {
        return optionalEntries;
    }

    @Override
    public List<Expression> children() {
        return entries;
    }

    @Override
    public Object eval(Frame frame) {
        MapValue map = new MapValue();
        for (int i = 0; i < entries.size(); i += 2) {
            Object key = entries.get(i).eval(frame);
            if (key instanceof CelError) {
                return key;
            }
            Object value = entries.get(i + 1).eval(frame);
            if (value instanceof CelError) {
                return value;
            }
            if (!optionalEntries.isEmpty() && optionalEntries.contains(i / 2)) {
                if (!(value instanceof OptionalValue(Object inner))) {
                    return CelError.noOverload("optional map entry", value);
                }
                if (inner == null) {
                    continue;
                }
                value = inner;
            }
            if (!(key instanceof String || key instanceof Boolean || Equality.isNumber(key))) {
                return new CelError(CelError.Kind.OTHER, "unsupported key type: " + Types.nameOf(key));
            }
            if (!map.put(key, value)) {
                return new CelError(CelError.Kind.OTHER, "Failed with repeated key: " + key);
            }
        }
        frame.charge(COST);
        return map;
    }
}
