package dev.gabion.cel.eval;

/** An unsigned 64-bit integer. */
public record UInt(long bits) implements Comparable<UInt> {
    @Override
    public int compareTo(UInt other) {
        return Long.compareUnsigned(bits, other.bits);
    }

    /** A whole double from 0 to below 2^64. */
    static UInt of(double value) {
        return new UInt(value < 0x1p63 ? (long) value : (long) (value - 0x1p63) + Long.MIN_VALUE);
    }

    /** The nearest double, halves to even. */
    double toDouble() {
        if (bits >= 0) {
            return (double) bits;
        }
        // Halving keeps the last bit sticky, so that rounding still sees it.
        return (double) ((bits >>> 1) | (bits & 1)) * 2;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof UInt u && u.bits == bits;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(bits) + 1;
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(bits);
    }
}
