package dev.gabion.cel.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function call or operator. Subclasses run the ones that are not strict in all arguments. */
public abstract non-sealed class Call extends Expression {
    private final String function;
    private final @Nullable String overload;
    private final boolean member;
    private final List<Expression> args;

    Call(Shape shape) {
        super(shape.id, shape.offset);
        this.function = shape.function;
        this.overload = shape.overload;
        this.member = shape.member;
        this.args = shape.args;
    }

    /** What every call has. */
    record Shape(
            int id, int offset, String function, @Nullable String overload, boolean member, List<Expression> args) {
        Expression arg(int i) {
            return args.get(i);
        }
    }

    public final String function() {
        return function;
    }

    /** The only overload the checker found possible, or null. */
    public final @Nullable String overload() {
        return overload;
    }

    /** Whether the first argument stands before the dot. */
    public final boolean member() {
        return member;
    }

    @Override
    public final List<Expression> children() {
        return args;
    }
}
