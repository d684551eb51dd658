package dev.gabion.cel.eval;

import dev.gabion.kube.quantity.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A resource quantity, type {@code kubernetes.Quantity}. As in the API server up to 1.36, a number is kept either as a
 * 64-bit mantissa with a decimal scale or as a big decimal; a sum shares the big decimal with what it was added to, so
 * {@code q.add(1)} changes such a {@code q}. A sum on the right of {@code ==} is an error there, and so it is here.
 */
final class QuantityValue implements LibraryValue {
    private static final int NANO = 9;

    /** The mantissa, where {@code big} is null. */
    private final long mantissa;
    /** The power of ten the mantissa is multiplied with. */
    private final int scale;

    private final @Nullable Shared big;
    private final boolean computed;

    /** A big decimal that several quantities hold. */
    private static final class Shared {
        private BigDecimal value;

        Shared(BigDecimal value) {
            this.value = value;
        }
    }

    private QuantityValue(long mantissa, int scale, @Nullable Shared big, boolean computed) {
        this.mantissa = mantissa;
        this.scale = scale;
        this.big = big;
        this.computed = computed;
    }

    /** A quantity or an error. */
    static Object parse(String text) {
        Quantity parsed = Quantity.parse(text);
        if (parsed == null) {
            return CelError.other(
                    "quantities must match the regular expression" + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
        }
        BigDecimal value = parsed.value();
        if (parsed.isBig() || value.unscaledValue().bitLength() > 63) {
            return new QuantityValue(0, 0, new Shared(nanos(value)), false);
        }
        return new QuantityValue(value.unscaledValue().longValue(), -value.scale(), null, false);
    }

    /** Parsing rounds to nanos and keeps all nine places, which shows in approximate floats. */
    private static BigDecimal nanos(BigDecimal value) {
        return value.scale() < NANO && value.scale() > 0 ? value.setScale(NANO) : value;
    }

    BigDecimal value() {
        Shared shared = big;
        return shared == null ? BigDecimal.valueOf(mantissa).scaleByPowerOfTen(scale) : shared.value;
    }

    int sign() {
        return value().signum();
    }

    @Override
    public String typeName() {
        return "kubernetes.Quantity";
    }

    @Override
    public Object equalTo(Object other) {
        return other instanceof QuantityValue q && !q.computed
                ? (Object) (value().compareTo(q.value()) == 0)
                : CelError.noOverload();
    }

    @Override
    public @Nullable Object call(String function, Object[] args, Frame frame) {
        return args.length == 1 ? property(function) : args.length == 2 ? withArgument(function, args[1]) : null;
    }

    private @Nullable Object property(String function) {
        return switch (function) {
            case "isInteger" -> integer() != null;
            case "asInteger" -> {
                Long integer = integer();
                yield integer == null ? CelError.other("cannot convert value to integer") : integer;
            }
            case "asApproximateFloat" -> approximate();
            default -> null;
        };
    }

    private @Nullable Object withArgument(String function, Object other) {
        QuantityValue right = other instanceof Long number
                ? new QuantityValue(number, 0, null, false)
                : other instanceof QuantityValue quantity ? quantity : null;
        if (right == null) {
            return null;
        }
        return switch (function) {
            case "add" -> plus(right, false);
            case "sub" -> plus(right, true);
            case "compareTo" -> other instanceof Long ? null : (Object) (long) compare(right);
            case "isGreaterThan" -> other instanceof Long ? null : (Object) (compare(right) > 0);
            case "isLessThan" -> other instanceof Long ? null : (Object) (compare(right) < 0);
            default -> null;
        };
    }

    private int compare(QuantityValue other) {
        return Integer.signum(value().compareTo(other.value()));
    }

    /** The value as a 64-bit integer where the notation has no decimal places. */
    private @Nullable Long integer() {
        return big != null || scale < 0 ? null : scaled(mantissa, scale);
    }

    /** The mantissa times the power of ten, computed in doubles. */
    private double approximate() {
        Shared shared = big;
        double base = shared == null ? mantissa : shared.value.unscaledValue().doubleValue();
        int exponent = shared == null ? scale : -shared.value.scale();
        return exponent == 0 ? base : base * power(exponent);
    }

    private static double power(int exponent) {
        if (exponent < 0) {
            return exponent < -350 ? 0 : 1 / Double.parseDouble("1e" + -exponent);
        }
        return Double.parseDouble("1e" + exponent);
    }

    private QuantityValue plus(QuantityValue right, boolean negated) {
        if (big == null && right.big == null) {
            QuantityValue sum = small(negated ? -right.mantissa : right.mantissa, right.scale);
            if (sum != null && !(negated && right.mantissa == Long.MIN_VALUE)) {
                return sum;
            }
        }
        Shared target = big == null ? new Shared(value()) : big;
        BigDecimal operand = right.value();
        target.value = negated ? target.value.subtract(operand) : target.value.add(operand);
        return new QuantityValue(0, 0, target, true);
    }

    /** The sum in 64 bits at the finer scale, or null where it does not fit. */
    private @Nullable QuantityValue small(long other, int otherScale) {
        if (other == 0) {
            return new QuantityValue(mantissa, scale, null, true);
        }
        if (mantissa == 0) {
            return new QuantityValue(other, otherScale, null, true);
        }
        int fine = Math.min(scale, otherScale);
        Long a = scaled(mantissa, scale - fine);
        Long b = scaled(other, otherScale - fine);
        if (a == null || b == null) {
            return null;
        }
        long sum = a + b;
        boolean overflow = ((a ^ sum) & (b ^ sum)) < 0;
        return overflow ? null : new QuantityValue(sum, fine, null, true);
    }

    private static @Nullable Long scaled(long value, int powers) {
        long result = value;
        for (int i = 0; i < powers && result != 0; i++) {
            if (Math.abs(result) > Long.MAX_VALUE / 10) {
                return null;
            }
            result *= 10;
        }
        return result;
    }

    @Override
    public String toString() {
        return value().stripTrailingZeros().toPlainString();
    }
}
