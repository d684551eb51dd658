package dev.gabion.controls.check;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A block of IPv4 or IPv6 addresses. An address is a block of one. Blocks of different families have nothing in common.
 *
 * @param address any address of the block
 * @param bits 32 or 128
 * @param prefix how many leading bits all addresses of the block share
 */
record AddressBlock(BigInteger address, int bits, int prefix) {
    /** Reads {@code 10.0.0.0/8} or {@code fd00::/8}; null where it is no block. */
    static @Nullable AddressBlock parse(@Nullable String text) {
        int slash = text == null ? -1 : text.indexOf('/');
        if (text == null || slash < 0 || !text.substring(slash + 1).matches("0|[1-9][0-9]{0,2}")) {
            return null;
        }
        AddressBlock whole = address(text.substring(0, slash));
        int prefix = Integer.parseInt(text.substring(slash + 1));
        return whole == null || prefix > whole.bits ? null : new AddressBlock(whole.address, whole.bits, prefix);
    }

    /** Reads one address; null where it is none. */
    static @Nullable AddressBlock address(String text) {
        return text.indexOf(':') < 0 ? four(text) : six(text);
    }

    private static @Nullable AddressBlock four(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        long value = 0;
        for (String part : parts) {
            if (!part.matches("[0-9]{1,3}") || Integer.parseInt(part) > 255) {
                return null;
            }
            value = value << 8 | Integer.parseInt(part);
        }
        return new AddressBlock(BigInteger.valueOf(value), 32, 32);
    }

    /** Groups of four hexadecimal digits, one run of zeros left out, the last two groups possibly as IPv4. */
    private static @Nullable AddressBlock six(String text) {
        int gap = text.indexOf("::");
        String head = gap < 0 ? text : text.substring(0, gap);
        String tail = gap < 0 ? "" : text.substring(gap + 2);
        BigInteger high = groups(head);
        BigInteger low = groups(tail);
        int known = count(head) + count(tail);
        if (high == null || low == null || (gap < 0 ? known != 8 : known > 7)) {
            return null;
        }
        BigInteger value = high.shiftLeft(16 * (8 - count(head))).or(low);
        return new AddressBlock(value, 128, 128);
    }

    private static int count(String groups) {
        if (groups.isEmpty()) {
            return 0;
        }
        return groups.split(":", -1).length + (groups.indexOf('.') < 0 ? 0 : 1);
    }

    private static @Nullable BigInteger groups(String text) {
        BigInteger value = BigInteger.ZERO;
        if (text.isEmpty()) {
            return value;
        }
        for (String group : text.split(":", -1)) {
            AddressBlock inner = group.indexOf('.') < 0 ? null : four(group);
            if (inner != null) {
                value = value.shiftLeft(32).or(inner.address);
            } else if (group.matches("[0-9a-fA-F]{1,4}")) {
                value = value.shiftLeft(16).or(new BigInteger(group, 16));
            } else {
                return null;
            }
        }
        return value;
    }

    boolean contains(AddressBlock other) {
        return bits == other.bits
                && prefix <= other.prefix
                && address.shiftRight(bits - prefix).equals(other.address.shiftRight(bits - prefix));
    }

    boolean overlaps(AddressBlock other) {
        return contains(other) || other.contains(this);
    }
}
