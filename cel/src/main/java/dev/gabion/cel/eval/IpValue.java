package dev.gabion.cel.eval;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An IP address, type {@code net.IP}: 4 or 16 bytes. */
final class IpValue implements LibraryValue {
    private final byte[] bytes;

    IpValue(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public String typeName() {
        return "net.IP";
    }

    @Override
    public int size() {
        return bytes.length;
    }

    @Override
    public Object equalTo(Object other) {
        return other instanceof IpValue ip ? (Object) Arrays.equals(bytes, ip.bytes) : CelError.noOverload();
    }

    @Override
    public String text() {
        return IpText.format(bytes);
    }

    @Override
    public @Nullable Object call(String function, Object[] args, Frame frame) {
        return args.length > 1
                ? null
                : switch (function) {
                    case "family" -> bytes.length == 4 ? 4L : 6L;
                    case "isUnspecified" -> isUnspecified();
                    case "isLoopback" -> isLoopback();
                    case "isLinkLocalMulticast" -> isLinkLocalMulticast();
                    case "isLinkLocalUnicast" -> isLinkLocalUnicast();
                    case "isGlobalUnicast" -> isGlobalUnicast();
                    default -> null;
                };
    }

    private boolean isV4() {
        return bytes.length == 4;
    }

    private int octet(int i) {
        return bytes[i] & 0xff;
    }

    private boolean isUnspecified() {
        return allFrom(0, 0);
    }

    private boolean isLoopback() {
        return isV4() ? octet(0) == 127 : octet(15) == 1 && upTo(15);
    }

    private boolean isLinkLocalMulticast() {
        return isV4() ? octet(0) == 224 && octet(1) == 0 && octet(2) == 0 : octet(0) == 0xff && (octet(1) & 0x0f) == 2;
    }

    private boolean isLinkLocalUnicast() {
        return isV4() ? octet(0) == 169 && octet(1) == 254 : octet(0) == 0xfe && (octet(1) & 0xc0) == 0x80;
    }

    private boolean isMulticast() {
        return isV4() ? (octet(0) & 0xf0) == 0xe0 : octet(0) == 0xff;
    }

    /** Private addresses count; the IPv4 broadcast address does not. */
    private boolean isGlobalUnicast() {
        boolean broadcast = isV4() && allFrom(0, 255);
        return !broadcast && !isUnspecified() && !isLoopback() && !isMulticast() && !isLinkLocalUnicast();
    }

    private boolean allFrom(int start, int octet) {
        for (int i = start; i < bytes.length; i++) {
            if (octet(i) != octet) {
                return false;
            }
        }
        return true;
    }

    private boolean upTo(int end) {
        for (int i = 0; i < end; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text();
    }
}
