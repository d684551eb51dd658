package dev.gabion.cel.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
        return optionalEntries.isEmpty() && Constant.all(entries) ? Constant.folded(map) : map;
    }

    public List<Integer> optionalEntries() {
        return optionalEntries;
    }

    @Override
    public List<Expression> children() {
        return entries;
    }

    @Override
    public @Nullable String refusal() {
        for (int i = 0; i < entries.size(); i += 2) {
            if (entries.get(i) instanceof Constant key && key.value() instanceof Bytes) {
                return "bytes cannot be the key of a map";
            }
        }
        return null;
    }

    @Override
    public Object eval(Frame frame) {
        Object map = map(frame);
        frame.charge(COST);
        return map;
    }

    private Object map(Frame frame) {
        frame.produce(entries.size());
        MapValue.Builder map = new MapValue.Builder();
        for (int i = 0; i < entries.size(); i += 2) {
            Object key = entries.get(i).eval(frame);
            if (key instanceof CelError) {
                return key;
            }
            Object value = entries.get(i + 1).eval(frame);
            if (value instanceof CelError) {
                return value;
            }
            if (key instanceof Bytes) {
                return CelError.other("bytes cannot be the key of a map");
            }
            boolean optional = !optionalEntries.isEmpty() && optionalEntries.contains(i / 2);
            if (optional && !(value instanceof OptionalValue)) {
                return CelError.other(
                        "cannot initialize optional entry from non-optional value " + Types.nameOf(value));
            }
            put(map, key, optional ? ((OptionalValue) value).value() : value);
        }
        return map.build();
    }

    /** An absent optional value takes an entry of that key away. */
    private static void put(MapValue.Builder map, Object key, @Nullable Object value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }
}
