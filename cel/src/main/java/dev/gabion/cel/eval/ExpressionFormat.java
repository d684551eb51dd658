package dev.gabion.cel.eval;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Checked expressions as bytes, so that a catalogue compiled at build time starts without a parser. Node ids and source
 * offsets are kept for messages; strings live in a table of the caller's.
 */
public final class ExpressionFormat {
    private static final int CONSTANT = 1;
    private static final int VARIABLE = 2;
    private static final int SELECT = 3;
    private static final int CALL = 4;
    private static final int LIST = 5;
    private static final int MAP = 6;
    private static final int COMPREHENSION = 7;
    private static final int INDEX = 8;

    private ExpressionFormat() {}

    /** Writes expressions; numbers are variable-length, seven bits a byte. */
    public static final class Writer {
        private final ByteArrayOutputStream out;
        private final ToIntFunction<String> table;

        public Writer(ByteArrayOutputStream out, ToIntFunction<String> table) {
            this.out = out;
            this.table = table;
        }

        public void write(Expression expression) {
            switch (expression) {
                case Constant c -> {
                    head(CONSTANT, c);
                    constant(c.value());
                }
                case Variable v -> {
                    head(VARIABLE, v);
                    text(v.name());
                    number(v.slot());
                }
                case Select s -> {
                    head(SELECT, s);
                    number((s.test() ? 1 : 0) | (s.optional() ? 2 : 0));
                    text(s.field());
                    write(s.operand());
                }
                case Index i -> {
                    head(INDEX, i);
                    number(i.optional() ? 1 : 0);
                    write(i.operand());
                    write(i.key());
                }
                case Call c -> call(c);
                case ListLiteral l -> {
                    head(LIST, l);
                    all(l.children());
                    integers(l.optionalItems());
                }
                case MapLiteral m -> {
                    head(MAP, m);
                    all(m.children());
                    integers(m.optionalEntries());
                }
                case Comprehension c -> comprehension(c);
            }
        }

        private void call(Call call) {
            head(CALL, call);
            text(call.function());
            text(call.overload() == null ? "" : call.overload());
            number(call.member() ? 1 : 0);
            all(call.children());
        }

        private void comprehension(Comprehension expression) {
            Comprehension.Loop loop = expression.loop();
            head(COMPREHENSION, expression);
            number(loop.slot());
            number(loop.slot2() + 1);
            number(loop.accumulatorSlot());
            text(loop.names().variable());
            text(loop.names().second() == null ? "" : loop.names().second());
            text(loop.names().accumulator());
            expression.children().forEach(this::write);
        }

        private void head(int tag, Expression expression) {
            out.write(tag);
            number(expression.id());
            number(expression.offset());
        }

        private void all(List<Expression> expressions) {
            number(expressions.size());
            expressions.forEach(this::write);
        }

        private void integers(List<Integer> values) {
            number(values.size());
            values.forEach(this::number);
        }

        public void text(String text) {
            number(table.applyAsInt(text));
        }

        /** A number that is not negative. */
        public void number(long value) {
            long rest = value;
            while (rest > 127) {
                out.write((int) ((rest & 127) | 128));
                rest >>>= 7;
            }
            out.write((int) rest);
        }

        private void eight(long bits) {
            out.writeBytes(ByteBuffer.allocate(8).putLong(bits).array());
        }

        private void constant(Object value) {
            switch (value) {
                case NullValue n -> out.write('n');
                case Boolean b -> out.write(b ? 't' : 'f');
                case Long l -> {
                    out.write('i');
                    eight(l);
                }
                case UInt u -> {
                    out.write('u');
                    eight(u.bits());
                }
                case Double d -> {
                    out.write('d');
                    eight(Double.doubleToRawLongBits(d));
                }
                case String s -> {
                    out.write('s');
                    text(s);
                }
                case Bytes b -> {
                    out.write('b');
                    text(new String(b.toArray(), StandardCharsets.ISO_8859_1));
                }
                case TypeValue t -> {
                    out.write('T');
                    text(t.name());
                }
                case Timestamp t -> {
                    out.write('S');
                    eight(t.seconds());
                    eight(t.nanos());
                    eight(t.offset());
                }
                case DurationValue d -> {
                    out.write('D');
                    eight(d.nanos());
                }
                default -> collection(value);
            }
        }

        private void collection(Object value) {
            if (Lists.isList(value)) {
                out.write('l');
                number(Lists.size(value));
                Lists.items(value).forEach(this::constant);
            } else if (Maps.isMap(value)) {
                out.write('m');
                number(Maps.size(value));
                for (Object key : Maps.keys(value)) {
                    Object item = Maps.get(value, key);
                    constant(key);
                    constant(item == null ? NullValue.NULL : item);
                }
            } else {
                throw new IllegalArgumentException("no constant: " + value);
            }
        }
    }

    /** Reads what {@link Writer} wrote. */
    public static final class Reader {
        private final ByteBuffer in;
        private final IntFunction<String> table;

        public Reader(ByteBuffer in, IntFunction<String> table) {
            this.in = in;
            this.table = table;
        }

        public Expression read() {
            int tag = in.get();
            int id = number();
            int offset = number();
            return switch (tag) {
                case CONSTANT -> Expression.constant(id, offset, constant());
                case VARIABLE -> {
                    String name = text();
                    yield Expression.variable(id, offset, name, number());
                }
                case SELECT -> {
                    int flags = number();
                    String field = text();
                    yield new Select(id, offset, read(), field, (flags & 1) != 0, (flags & 2) != 0);
                }
                case INDEX -> {
                    boolean optional = number() == 1;
                    Expression operand = read();
                    yield new Index(id, offset, operand, read(), optional);
                }
                case CALL -> call(id, offset);
                case LIST -> {
                    List<Expression> items = all();
                    yield Expression.list(id, offset, items, integers());
                }
                case MAP -> {
                    List<Expression> entries = all();
                    yield Expression.map(id, offset, entries, integers());
                }
                case COMPREHENSION -> comprehension(id, offset);
                default -> throw new IllegalStateException("not an expression: tag " + tag);
            };
        }

        private Expression call(int id, int offset) {
            String function = text();
            String overload = blankToNull(text());
            boolean member = number() == 1;
            return Expression.call(id, offset, function, overload, member, all());
        }

        private Expression comprehension(int id, int offset) {
            int slot = number();
            int slot2 = number() - 1;
            int accumulator = number();
            Comprehension.Names names = new Comprehension.Names(text(), blankToNull(text()), text());
            Expression range = read();
            Expression init = read();
            Expression condition = read();
            Expression step = read();
            Expression result = read();
            return Expression.comprehension(
                    id,
                    offset,
                    new Comprehension.Loop(range, slot, slot2, accumulator, init, condition, step, result, names));
        }

        private static @Nullable String blankToNull(String text) {
            return text.isEmpty() ? null : text;
        }

        private List<Expression> all() {
            int size = number();
            List<Expression> expressions = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                expressions.add(read());
            }
            return expressions;
        }

        private List<Integer> integers() {
            int size = number();
            if (size == 0) {
                return List.of();
            }
            List<Integer> values = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                values.add(number());
            }
            return values;
        }

        public String text() {
            return table.apply(number());
        }

        public int number() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte b = in.get();
                value |= (long) (b & 127) << shift;
                if (b >= 0) {
                    return (int) value;
                }
            }
        }

        private Object constant() {
            return switch (in.get()) {
                case 'n' -> NullValue.NULL;
                case 't' -> true;
                case 'f' -> false;
                case 'i' -> in.getLong();
                case 'u' -> new UInt(in.getLong());
                case 'd' -> Double.longBitsToDouble(in.getLong());
                case 's' -> text();
                case 'b' -> new Bytes(text().getBytes(StandardCharsets.ISO_8859_1));
                case 'T' -> new TypeValue(text());
                case 'S' -> new Timestamp(in.getLong(), (int) in.getLong(), (int) in.getLong());
                case 'D' -> new DurationValue(in.getLong());
                case 'l' -> list();
                case 'm' -> map();
                default -> throw new IllegalStateException("not a constant");
            };
        }

        private Object list() {
            int size = number();
            List<Object> items = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                items.add(constant());
            }
            return ListValue.of(items);
        }

        private Object map() {
            int size = number();
            MapValue.Builder map = new MapValue.Builder();
            for (int i = 0; i < size; i++) {
                Object key = constant();
                map.put(key, constant());
            }
            return map.build();
        }
    }
}
