package dev.gabion.cel.eval;

/** Numbers of one type; overflow is an error, doubles follow IEEE 754. */
final class Arithmetic {
    private Arithmetic() {}

    static Object add(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            long sum = a + b;
            return ((a ^ sum) & (b ^ sum)) < 0 ? CelError.overflow() : (Object) sum;
        }
        if (left instanceof Double a && right instanceof Double b) {
            return a + b;
        }
        if (left instanceof UInt a && right instanceof UInt b) {
            UInt sum = new UInt(a.bits() + b.bits());
            return sum.compareTo(a) < 0 ? CelError.unsignedOverflow() : sum;
        }
        return CelError.noOverload();
    }

    static Object subtract(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            long difference = a - b;
            return ((a ^ b) & (a ^ difference)) < 0 ? CelError.overflow() : (Object) difference;
        }
        if (left instanceof Double a && right instanceof Double b) {
            return a - b;
        }
        if (left instanceof UInt a && right instanceof UInt b) {
            return a.compareTo(b) < 0 ? CelError.unsignedOverflow() : new UInt(a.bits() - b.bits());
        }
        return CelError.noOverload();
    }

    static Object multiply(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            long low = a * b;
            return Math.multiplyHigh(a, b) == low >> 63 ? (Object) low : CelError.overflow();
        }
        if (left instanceof Double a && right instanceof Double b) {
            return a * b;
        }
        if (left instanceof UInt a && right instanceof UInt b) {
            boolean fits = Math.unsignedMultiplyHigh(a.bits(), b.bits()) == 0;
            return fits ? new UInt(a.bits() * b.bits()) : CelError.unsignedOverflow();
        }
        return CelError.noOverload();
    }

    static Object divide(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            if (b == 0) {
                return divisionByZero();
            }
            return a == Long.MIN_VALUE && b == -1 ? CelError.overflow() : (Object) (a / b);
        }
        if (left instanceof Double a && right instanceof Double b) {
            return a / b;
        }
        if (left instanceof UInt a && right instanceof UInt b) {
            return b.bits() == 0 ? divisionByZero() : new UInt(Long.divideUnsigned(a.bits(), b.bits()));
        }
        return CelError.noOverload();
    }

    static Object modulo(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            if (b == 0) {
                return modulusByZero();
            }
            return a == Long.MIN_VALUE && b == -1 ? CelError.overflow() : (Object) (a % b);
        }
        if (left instanceof UInt a && right instanceof UInt b) {
            return b.bits() == 0 ? modulusByZero() : new UInt(Long.remainderUnsigned(a.bits(), b.bits()));
        }
        return CelError.noOverload();
    }

    static Object negate(Object value) {
        if (value instanceof Long a) {
            return a == Long.MIN_VALUE ? CelError.overflow() : (Object) (-a);
        }
        return value instanceof Double a ? (Object) (-a) : CelError.noOverload();
    }

    private static CelError divisionByZero() {
        return new CelError(CelError.Kind.DIVIDE_BY_ZERO, "division by zero");
    }

    private static CelError modulusByZero() {
        return new CelError(CelError.Kind.MODULUS_BY_ZERO, "modulus by zero");
    }
}
