package dev.gabion.cel.eval;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A block of addresses, type {@code net.CIDR}. Bits beyond the prefix are kept as written. */
final class CidrValue implements LibraryValue {
    private final byte[] bytes;
    private final int bits;

    private CidrValue(byte[] bytes, int bits) {
        this.bytes = bytes;
        this.bits = bits;
    }

    /** A block or an error. */
    static Object parse(String text) {
        int slash = text.lastIndexOf('/');
        byte[] bytes = slash < 0 ? null : IpText.parse(text.substring(0, slash));
        int bits = bytes == null ? -1 : prefix(text.substring(slash + 1), bytes.length * 8);
        if (bytes == null || bits < 0) {
            return CelError.other("network address parse error during conversion from string: " + text);
        }
        return IpText.isMapped(bytes)
                ? CelError.other("IPv4-mapped IPv6 address \"" + text + "\" is not allowed")
                : new CidrValue(bytes, bits);
    }

    /** The number, or -1 where it is none, has leading zeros or is larger than an address. */
    private static int prefix(String digits, int max) {
        if (digits.isEmpty() || digits.length() > 3 || (digits.length() > 1 && digits.charAt(0) == '0')) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value > max ? -1 : value;
    }

    IpValue address() {
        return new IpValue(bytes);
    }

    @Override
    public String typeName() {
        return "net.CIDR";
    }

    @Override
    public int size() {
        return (bits + 7) / 8;
    }

    @Override
    public Object equalTo(Object other) {
        return other instanceof CidrValue block
                ? (Object) (bits == block.bits && Arrays.equals(bytes, block.bytes))
                : CelError.noOverload();
    }

    @Override
    public String text() {
        return IpText.format(bytes) + "/" + bits;
    }

    @Override
    public @Nullable Object call(String function, Object[] args, Frame frame) {
        return switch (function) {
            case "prefixLength" -> args.length == 1 ? (Object) (long) bits : null;
            case "masked" -> args.length == 1 ? new CidrValue(masked(bytes), bits) : null;
            case "containsIP" -> args.length == 2 ? containsAddress(args[1]) : null;
            case "containsCIDR" -> args.length == 2 ? containsBlock(args[1]) : null;
            default -> null;
        };
    }

    private byte[] masked(byte[] address) {
        byte[] masked = address.clone();
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.clamp((long) bits - 8L * i, 0, 8);
            masked[i] &= (byte) (0xff << (8 - kept));
        }
        return masked;
    }

    private boolean contains(byte[] address) {
        return address.length == bytes.length && Arrays.equals(masked(address), masked(bytes));
    }

    /** A text that is no address is an argument of the wrong type to the API server. */
    private @Nullable Object containsAddress(Object other) {
        Object address = other instanceof String text ? IpFunctions.parse(text) : other;
        return address instanceof IpValue ip ? (Object) contains(ip.bytes()) : null;
    }

    private @Nullable Object containsBlock(Object other) {
        Object block = other instanceof String text ? parse(text) : other;
        if (block instanceof CidrValue cidr) {
            return cidr.bits >= bits && contains(cidr.bytes);
        }
        return block instanceof CelError ? block : null;
    }

    @Override
    public String toString() {
        return text();
    }
}
