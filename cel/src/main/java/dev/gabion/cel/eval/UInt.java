package dev.gabion.cel.eval;

import java.math.BigDecimal;
import java.math.BigInteger;

/** An unsigned 64-bit integer. */
public record UInt(long bits) implements Comparable<UInt> {
    static final BigInteger MAX = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    @Override
    public int compareTo(UInt other) {
        return Long.compareUnsigned(bits, other.bits);
    }

    BigDecimal exact() {
        return new BigDecimal(Long.toUnsignedString(bits));
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(bits);
    }
}
