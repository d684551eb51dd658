package dev.gabion.cel.eval;

import org.jspecify.annotations.Nullable;

/** {@code int(x)} and the other conversions, {@code dyn} and {@code type}. Of a literal they are literals themselves. */
final class ConversionCall extends Call {
    private final Expression operand;
    private final boolean traverses;
    private final @Nullable String source;

    ConversionCall(Shape shape) {
        super(shape);
        this.operand = shape.arg(0);
        this.source = source(shape.overload());
        this.traverses = "string_to_bytes".equals(shape.overload()) || "bytes_to_string".equals(shape.overload());
    }

    /** A conversion of a literal is folded, so one that is left has failed. */
    @Override
    public @Nullable String refusal() {
        return operand instanceof Constant && eval(new Frame()) instanceof CelError error ? error.message() : null;
    }

    @Override
    public Object eval(Frame frame) {
        Object value = operand.eval(frame);
        frame.charge(traverses ? Cost.tenth(Cost.size(value)) : 1);
        if (value instanceof CelError) {
            return value;
        }
        return accepts(value) ? Conversions.convert(function(), value) : CelError.noOverload(function(), value);
    }

    /** Whether a value is of the type the checker counted on; what is declared a timestamp may be a text in fact. */
    private boolean accepts(Object value) {
        return source == null || source.equals(Types.nameOf(value));
    }

    /** The name of the type an overload such as {@code int64_to_string} converts from, or null if it is none of CEL's. */
    private static @Nullable String source(@Nullable String overload) {
        int end = overload == null ? -1 : overload.indexOf("_to_");
        return overload == null || end < 0
                ? null
                : switch (overload.substring(0, end)) {
                    case "int64" -> "int";
                    case "uint64" -> "uint";
                    case "double", "string", "bytes", "bool" -> overload.substring(0, end);
                    case "timestamp" -> Timestamp.TYPE;
                    case "duration" -> DurationValue.TYPE;
                    default -> null;
                };
    }
}
