package dev.gabion.cel.eval;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads and writes IP addresses as Go's {@code net/netip} does, except that addresses with a zone are refused. */
final class IpText {
    private static final int GROUPS = 8;

    private IpText() {}

    /** The address, or null where the text is none. */
    static byte @Nullable [] parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '.' -> {
                    return parseV4(text, 0, text.length());
                }
                case ':' -> {
                    return parseV6(text);
                }
                default -> {}
            }
        }
        return null;
    }

    /** Whether an IPv6 address only wraps an IPv4 one. */
    static boolean isMapped(byte[] bytes) {
        if (bytes.length != 16 || bytes[10] != -1 || bytes[11] != -1) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static byte @Nullable [] parseV4(String text, int from, int to) {
        byte[] bytes = new byte[4];
        int at = from;
        for (int field = 0; field < 4; field++) {
            int start = at;
            int value = 0;
            while (at < to && text.charAt(at) >= '0' && text.charAt(at) <= '9' && at - start < 4) {
                value = value * 10 + text.charAt(at++) - '0';
            }
            boolean leadingZero = at - start > 1 && text.charAt(start) == '0';
            if (at == start || leadingZero || value > 255) {
                return null;
            }
            bytes[field] = (byte) value;
            boolean last = field == 3;
            if (last ? at != to : at >= to || text.charAt(at++) != '.') {
                return null;
            }
        }
        return bytes;
    }

    private static byte @Nullable [] parseV6(String text) {
        byte[] bytes = new byte[16];
        int filled = 0;
        int ellipsis = -1;
        int at = 0;
        if (text.startsWith("::")) {
            ellipsis = 0;
            at = 2;
        }
        while (filled < 16 && at < text.length()) {
            int end = hexEnd(text, at);
            if (end < text.length() && text.charAt(end) == '.') {
                byte[] v4 = filled <= 12 && (ellipsis >= 0 || filled == 12) ? parseV4(text, at, text.length()) : null;
                if (v4 == null) {
                    return null;
                }
                System.arraycopy(v4, 0, bytes, filled, 4);
                filled += 4;
                at = text.length();
                break;
            }
            if (end == at || end - at > 4) {
                return null;
            }
            int group = Integer.parseInt(text, at, end, 16);
            bytes[filled++] = (byte) (group >> 8);
            bytes[filled++] = (byte) group;
            at = end;
            if (at == text.length()) {
                break;
            }
            if (text.charAt(at) != ':' || at + 1 == text.length()) {
                return null;
            }
            at++;
            if (text.charAt(at) == ':') {
                if (ellipsis >= 0) {
                    return null;
                }
                ellipsis = filled;
                at++;
            }
        }
        return at < text.length() ? null : expanded(bytes, filled, ellipsis);
    }

    private static int hexEnd(String text, int from) {
        int at = from;
        while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 128) {
            at++;
        }
        return at;
    }

    private static byte @Nullable [] expanded(byte[] bytes, int filled, int ellipsis) {
        if (filled == 16) {
            return ellipsis < 0 ? bytes : null;
        }
        if (ellipsis < 0) {
            return null;
        }
        byte[] whole = new byte[16];
        System.arraycopy(bytes, 0, whole, 0, ellipsis);
        System.arraycopy(bytes, ellipsis, whole, 16 - (filled - ellipsis), filled - ellipsis);
        return whole;
    }

    static String format(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        if (bytes.length == 4) {
            for (byte b : bytes) {
                out.append(out.isEmpty() ? "" : ".").append(b & 0xff);
            }
            return out.toString();
        }
        int[] run = longestZeros(bytes);
        for (int i = 0; i < GROUPS; i++) {
            if (i == run[0]) {
                out.append("::");
                i = run[1] - 1;
                continue;
            }
            boolean first = i == 0 || i == run[1];
            out.append(first ? "" : ":").append(Integer.toHexString(group(bytes, i)));
        }
        return out.toString();
    }

    private static int group(byte[] bytes, int i) {
        return ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
    }

    /** Start and end of the first longest run of at least two zero groups; beyond the end if there is none. */
    private static int[] longestZeros(byte[] bytes) {
        int[] best = {GROUPS + 1, GROUPS + 2};
        Arrays.fill(best, GROUPS + 1);
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && group(bytes, end) == 0) {
                end++;
            }
            if (end - i >= 2 && end - i > best[1] - best[0]) {
                best[0] = i;
                best[1] = end;
            }
        }
        return best;
    }
}
