package dev.gabion.kube.read;

/**
 * Turns the code point counts of a parser's marks into byte offsets. Marks come almost in order, so a cursor walks the
 * text, forward and at times a few steps back.
 */
final class ByteOffsets {
    private final byte[] utf8;
    private int codePoint;
    private int offset;

    ByteOffsets(byte[] utf8) {
        this.utf8 = utf8;
    }

    int at(int codePoints) {
        while (codePoint < codePoints && offset < utf8.length) {
            offset += Utf8.width(utf8[offset]);
            codePoint++;
        }
        while (codePoint > codePoints) {
            offset--;
            while ((utf8[offset] & 0xC0) == 0x80) {
                offset--;
            }
            codePoint--;
        }
        return offset;
    }
}
