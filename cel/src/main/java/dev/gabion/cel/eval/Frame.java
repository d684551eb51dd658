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

    /**
     * How many characters and list entries an evaluation may produce before it is stopped. Costs alone do not bound
     * them: a list joined to itself costs 1, and a replacement is not charged for what it inserts.
     */
    static final long SIZE_LIMIT = 8_000_000;

    /** How deep values may be nested; reading and comparing them is recursive. */
    static final int DEPTH_LIMIT = 500;

    private static final int TICKS_PER_CLOCK_READ = 256;

    private @Nullable Object[] slots = new Object[16];
    private long cost;
    private long costLimit = Long.MAX_VALUE;
    private long deadline = Long.MAX_VALUE;
    private long produced;
    private int ticks;
    private int depth;

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
        produced = 0;
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

    /**
     * A frame with this one's variables for an expression that is read by another, under whose deadline it runs. It is
     * charged for itself, but what it produces counts for both.
     */
    Frame fork(Frame reader) {
        Frame fork = new Frame();
        fork.slots = slots.clone();
        fork.deadline = reader.deadline;
        fork.produced = reader.produced;
        fork.depth = reader.depth;
        return fork;
    }

    /** Takes over what a fork produced. */
    void join(Frame fork) {
        produced = Math.max(produced, fork.produced);
    }

    void charge(long units) {
        cost += units;
        if (cost > costLimit) {
            throw new EvaluationStopped(EvaluationStopped.Limit.COST_LIMIT);
        }
    }

    /** To be called before characters or list entries are produced. */
    void produce(long units) {
        produced += units;
        if (produced > SIZE_LIMIT) {
            throw new EvaluationStopped(EvaluationStopped.Limit.SIZE);
        }
    }

    /** Enters a nested value; every call is followed by {@link #leave}. */
    void enter() {
        if (depth >= DEPTH_LIMIT) {
            throw new EvaluationStopped(EvaluationStopped.Limit.SIZE);
        }
        depth++;
    }

    void leave() {
        depth--;
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
