package dev.gabion.cel.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The loop behind {@code all}, {@code exists}, {@code map}, {@code filter} and their kin. */
public final class Comprehension extends Expression {
    private final Loop loop;
    private final Object accumulator;

    /**
     * The parts of a loop.
     *
     * @param slot2 of the second iteration variable, or -1; with it lists give index and item, maps key and value
     * @param names of the iteration variables and the accumulator, for messages and analysis
     */
    public record Loop(
            Expression range,
            int slot,
            int slot2,
            int accumulatorSlot,
            Expression init,
            Expression condition,
            Expression step,
            Expression result,
            Names names) {}

    /** What the loop's variables are called in the source. */
    public record Names(String variable, @Nullable String second, String accumulator) {}

    Comprehension(int id, int offset, Loop loop) {
        super(id, offset);
        this.loop = loop;
        this.accumulator = loop.init instanceof Constant constant ? constant.value() : new PendingValue(loop.init);
    }

    public Loop loop() {
        return loop;
    }

    @Override
    public List<Expression> children() {
        return List.of(loop.range, loop.init, loop.condition, loop.step, loop.result);
    }

    @Override
    public Object eval(Frame frame) {
        Object range = loop.range.eval(frame);
        if (range instanceof CelError) {
            return range;
        }
        boolean isMap = Maps.isMap(range);
        if (!isMap && !Lists.isList(range)) {
            return CelError.other("got '" + Types.nameOf(range) + "', expected iterable type");
        }
        Object outer = frame.get(loop.slot);
        Object outer2 = loop.slot2 < 0 ? null : frame.get(loop.slot2);
        Object outerAccumulator = frame.get(loop.accumulatorSlot);
        try {
            frame.set(loop.accumulatorSlot, accumulator);
            if (isMap) {
                overMap(range, frame);
            } else {
                overList(range, frame);
            }
            return loop.result.eval(frame);
        } finally {
            frame.set(loop.slot, outer);
            frame.set(loop.accumulatorSlot, outerAccumulator);
            if (loop.slot2 >= 0) {
                frame.set(loop.slot2, outer2);
            }
        }
    }

    private void overList(Object list, Frame frame) {
        int size = Lists.size(list);
        for (int i = 0; i < size; i++) {
            Object item = Lists.get(list, i);
            if (loop.slot2 < 0) {
                frame.set(loop.slot, item);
            } else {
                frame.set(loop.slot, (long) i);
                frame.set(loop.slot2, item);
            }
            if (!once(frame)) {
                return;
            }
        }
    }

    private void overMap(Object map, Frame frame) {
        for (Object key : Maps.keys(map)) {
            frame.set(loop.slot, key);
            if (loop.slot2 >= 0) {
                frame.set(loop.slot2, Maps.get(map, key));
            }
            if (!once(frame)) {
                return;
            }
        }
    }

    /** One turn; false when the loop's condition is plainly false. */
    private boolean once(Frame frame) {
        frame.tick();
        if (Boolean.FALSE.equals(loop.condition.eval(frame))) {
            return false;
        }
        frame.set(loop.accumulatorSlot, loop.step.eval(frame));
        return true;
    }
}
