package dev.gabion.cel.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the node that runs a call, as the API server's planner does: constants folded, operators by their own rules. */
final class Calls {
    private Calls() {}

    static Expression create(
            int id, int offset, String function, @Nullable String overload, boolean member, List<Expression> args) {
        Call.Shape shape = new Call.Shape(id, offset, function, overload, member, List.copyOf(args));
        return switch (function) {
            case "_&&_" -> new Logic(shape, false);
            case "_||_" -> new Logic(shape, true);
            case "_?_:_" -> new Conditional(shape);
            case "_==_", "_!=_" -> new EqualityCall(shape);
            case "_<_", "_<=_", "_>_", "_>=_" -> new OrderCall(shape);
            case "_+_", "_-_", "_*_", "_/_", "_%_" -> new ArithmeticCall(shape);
            case "_[_]" -> new Index(id, offset, args.get(0), args.get(1), false);
            case "_[?_]" -> new Index(id, offset, args.get(0), args.get(1), true);
            case "_?._" -> new Select(id, offset, args.get(0), text(args.get(1)), false, true);
            case "@not_strictly_false" -> new NotStrictlyFalse(shape);
            case "@in" -> membership(shape);
            case "or", "orValue" -> member && args.size() == 2 ? new OptionalOr(shape) : new StrictCall(shape);
            case "matches", "find", "findAll" -> regex(shape);
            case "int", "uint", "double", "bool", "string", "bytes", "duration", "timestamp", "dyn", "type" ->
                args.size() == 1 && args.getFirst() instanceof Constant
                        ? Constant.folded(new ConversionCall(shape))
                        : new ConversionCall(shape);
            default -> function.startsWith(MessageCall.PACKAGE) ? new MessageCall(shape) : new StrictCall(shape);
        };
    }

    private static String text(Expression constant) {
        return (String) ((Constant) constant).value();
    }

    /** {@code x in [constants]} becomes a set, which costs nothing to ask; in an empty list nothing is even looked up. */
    private static Expression membership(Call.Shape shape) {
        if (!"in_list".equals(shape.overload())
                || !(shape.arg(1) instanceof Constant constant)
                || !Lists.isList(constant.value())) {
            return new MembershipCall(shape);
        }
        if (Lists.size(constant.value()) == 0) {
            return new Constant(shape.id(), shape.offset(), false);
        }
        return SetMembership.isSet(constant.value()) ? new SetMembership(shape) : new MembershipCall(shape);
    }

    private static Expression regex(Call.Shape shape) {
        boolean constant = shape.args().size() > 1
                && shape.arg(1) instanceof Constant pattern
                && pattern.value() instanceof String;
        return constant ? new RegexCall(shape) : new StrictCall(shape);
    }
}
