package dev.gabion.kube.read;

/** Checks UTF-8 by the rules of Unicode: shortest form, no surrogates, nothing beyond U+10FFFF. */
final class Utf8 {
    private Utf8() {}

    /** Offset of the first byte that belongs to no character, or -1 where there is none. */
    static int invalidAt(byte[] text) {
        int at = 0;
        while (at < text.length) {
            int width = width(text, at);
            if (width == 0) {
                return at;
            }
            at += width;
        }
        return -1;
    }

    /** Bytes of the character that begins here, as its first byte says. The text is valid. */
    static int width(byte lead) {
        return lead >= 0 ? 1 : (lead & 0xE0) == 0xC0 ? 2 : (lead & 0xF0) == 0xE0 ? 3 : 4;
    }

    /** Bytes of the character that begins here, or 0 where none does. */
    private static int width(byte[] text, int at) {
        int lead = text[at] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        int width = width(text[at]);
        if (at + width > text.length || !isSecond(lead, text[at + 1] & 0xFF)) {
            return 0;
        }
        for (int i = at + 2; i < at + width; i++) {
            if ((text[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return width;
    }

    /** Some leads narrow what may follow, which rules out longer forms, surrogates and numbers that are too large. */
    private static boolean isSecond(int lead, int second) {
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        return second >= least && second <= most;
    }
}
