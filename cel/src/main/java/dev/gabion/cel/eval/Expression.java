package dev.gabion.cel.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked CEL expression, ready to run. Trees are immutable and shared between threads; what changes lives in the
 * {@link Frame}. {@code id} is the node's number in its expression and {@code offset} the code point of the source it
 * begins at.
 */
public abstract sealed class Expression
        permits Constant, Variable, Select, Index, Call, ListLiteral, MapLiteral, Comprehension {
    private final int id;
    private final int offset;

    Expression(int id, int offset) {
        this.id = id;
        this.offset = offset;
    }

    /** The value: never null, a {@link CelError} where evaluation failed. */
    public abstract Object eval(Frame frame);

    public final int id() {
        return id;
    }

    public final int offset() {
        return offset;
    }

    /** The expressions this one is made of, in source order. */
    public abstract List<Expression> children();

    /**
     * Why the API server refuses to plan this node although it type-checks, or null: a conversion of a literal that
     * fails, a literal that is no regular expression, an index of a type nothing is indexed by.
     */
    public @Nullable String refusal() {
        return null;
    }

    /**
     * Whether the API server's planner treats this as an attribute: a variable with the fields and indices after it.
     * Fields after it extend it rather than start anew, and where it is the branch of a condition or a key, it is
     * resolved without being charged as an expression of its own.
     */
    boolean isAttribute() {
        return false;
    }

    /** The value without the charge for being an attribute on its own; equals {@link #eval} for everything else. */
    Object resolve(Frame frame) {
        return eval(frame);
    }

    /** What being evaluated as an attribute on its own costs: nothing where a condition stands at its root. */
    int attributeCost() {
        return 1;
    }

    public static Expression constant(int id, int offset, Object value) {
        return new Constant(id, offset, value);
    }

    public static Expression variable(int id, int offset, String name, int slot) {
        return new Variable(id, offset, name, slot);
    }

    public static Expression select(int id, int offset, Expression operand, String field, boolean test) {
        return new Select(id, offset, operand, field, test, false);
    }

    /**
     * A function call or operator.
     *
     * @param overload the only overload the checker found possible, or null where several are
     * @param args the receiver first where the call is of the member form
     */
    public static Expression call(
            int id, int offset, String function, @Nullable String overload, boolean member, List<Expression> args) {
        return Calls.create(id, offset, function, overload, member, args);
    }

    public static Expression list(int id, int offset, List<Expression> items, List<Integer> optionalItems) {
        return ListLiteral.create(id, offset, items, optionalItems);
    }

    /** A map; {@code entries} alternates keys and values. */
    public static Expression map(int id, int offset, List<Expression> entries, List<Integer> optionalEntries) {
        return MapLiteral.create(id, offset, entries, optionalEntries);
    }

    /** A loop over a list or map, what every macro expands to. Slots are where its variables live. */
    public static Expression comprehension(int id, int offset, Comprehension.Loop loop) {
        return new Comprehension(id, offset, loop);
    }
}
