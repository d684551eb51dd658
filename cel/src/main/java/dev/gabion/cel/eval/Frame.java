package dev.gabion.cel.eval;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation in progress: the variables' values, the cost so far, and the limits. A frame serves one thread and can
 * be used for one expression after another.
 */
public final class Frame {
    /** The API server's limit for one expression. */
    public static final long EXPRESSION_COST_LIMIT = 1_000_000;

    private static final int TICKS_PER_CLOCK_READ = 256;

    private @Nullable Object[] slots = new Object[16];
    private long cost;
    private long costLimit = Long.MAX_VALUE;
    private long deadline = Long.MAX_VALUE;
    private int ticks;

    /** Limits the cost of what is evaluated next, in units of the API server's cost model. */
    public Frame costLimit(long limit) {
        this.costLimit = limit;
        return this;
    }

    /** Stops evaluations at a point of {@link System#nanoTime}. */
    public Frame deadline(long nanoTime) {
        this.deadline = nanoTime;
        return this;
    }

    /** The cost since the last {@link #resetCost}. */
    public long cost() {
        return cost;
    }

    public void resetCost() {
        cost = 0;
    }

    /** Binds a variable; null unbinds it. */
    public void set(int slot, @Nullable Object value) {
        if (slot >= slots.length) {
            slots = Arrays.copyOf(slots, Math.max(slot + 1, slots.length * 2));
        }
        slots[slot] = value;
    }

    public @Nullable Object get(int slot) {
        return slot < slots.length ? slots[slot] : null;
    }

    void charge(long units) {
        cost += units;
        if (cost > costLimit) {
            throw new EvaluationStopped(EvaluationStopped.Limit.COST_LIMIT);
        }
    }

    /** To be called once per step of anything that can run long. */
    void tick() {
        if (++ticks >= TICKS_PER_CLOCK_READ) {
            ticks = 0;
            checkDeadline();
        }
    }

    void checkDeadline() {
        if (deadline != Long.MAX_VALUE && System.nanoTime() - deadline > 0) {
            throw new EvaluationStopped(EvaluationStopped.Limit.DEADLINE);
        }
    }
}
