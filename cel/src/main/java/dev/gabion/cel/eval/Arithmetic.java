package dev.gabion.cel.eval;

import java.math.BigInteger;

/** Numbers of one type; overflow is an error, doubles follow IEEE 754. */
final class Arithmetic {
    private Arithmetic() {}

    static Object add(Object[] args) {
        if (args[0] instanceof Long a && args[1] instanceof Long b) {
            long sum = a + b;
            return ((a ^ sum) & (b ^ sum)) < 0 ? CelError.overflow() : (Object) sum;
        }
        if (args[0] instanceof Double a && args[1] instanceof Double b) {
            return a + b;
        }
        if (args[0] instanceof UInt a && args[1] instanceof UInt b) {
            UInt sum = new UInt(a.bits() + b.bits());
            return sum.compareTo(a) < 0 ? unsignedOverflow() : sum;
        }
        return CelError.noOverload("_+_", args);
    }

    static Object subtract(Object[] args) {
        if (args[0] instanceof Long a && args[1] instanceof Long b) {
            long difference = a - b;
            return ((a ^ b) & (a ^ difference)) < 0 ? CelError.overflow() : (Object) difference;
        }
        if (args[0] instanceof Double a && args[1] instanceof Double b) {
            return a - b;
        }
        if (args[0] instanceof UInt a && args[1] instanceof UInt b) {
            return a.compareTo(b) < 0 ? unsignedOverflow() : new UInt(a.bits() - b.bits());
        }
        return CelError.noOverload("_-_", args);
    }

    static Object multiply(Object[] args) {
        if (args[0] instanceof Long a && args[1] instanceof Long b) {
            long high = Math.multiplyHigh(a, b);
            long low = a * b;
            return high == low >> 63 ? (Object) low : CelError.overflow();
        }
        if (args[0] instanceof Double a && args[1] instanceof Double b) {
            return a * b;
        }
        if (args[0] instanceof UInt a && args[1] instanceof UInt b) {
            BigInteger product = a.exact().toBigInteger().multiply(b.exact().toBigInteger());
            return product.bitLength() > 64 ? unsignedOverflow() : new UInt(product.longValue());
        }
        return CelError.noOverload("_*_", args);
    }

    static Object divide(Object[] args) {
        if (args[0] instanceof Long a && args[1] instanceof Long b) {
            if (b == 0) {
                return divisionByZero();
            }
            return a == Long.MIN_VALUE && b == -1 ? CelError.overflow() : (Object) (a / b);
        }
        if (args[0] instanceof Double a && args[1] instanceof Double b) {
            return a / b;
        }
        if (args[0] instanceof UInt a && args[1] instanceof UInt b) {
            return b.bits() == 0 ? divisionByZero() : new UInt(Long.divideUnsigned(a.bits(), b.bits()));
        }
        return CelError.noOverload("_/_", args);
    }

    static Object modulo(Object[] args) {
        if (args[0] instanceof Long a && args[1] instanceof Long b) {
            if (b == 0) {
                return modulusByZero();
            }
            return a == Long.MIN_VALUE && b == -1 ? CelError.overflow() : (Object) (a % b);
        }
        if (args[0] instanceof UInt a && args[1] instanceof UInt b) {
            return b.bits() == 0 ? modulusByZero() : new UInt(Long.remainderUnsigned(a.bits(), b.bits()));
        }
        return CelError.noOverload("_%_", args);
    }

    static Object negate(Object[] args) {
        if (args[0] instanceof Long a) {
            return a == Long.MIN_VALUE ? CelError.overflow() : (Object) (-a);
        }
        return args[0] instanceof Double a ? (Object) (-a) : CelError.noOverload("-_", args);
    }

    private static CelError unsignedOverflow() {
        return new CelError(CelError.Kind.OVERFLOW, "unsigned integer overflow");
    }

    private static CelError divisionByZero() {
        return new CelError(CelError.Kind.DIVIDE_BY_ZERO, "division by zero");
    }

    private static CelError modulusByZero() {
        return new CelError(CelError.Kind.MODULUS_BY_ZERO, "modulus by zero");
    }
}
