package dev.gabion.kube.read;

/**
 * Turns the code point counts of a parser's marks into byte offsets. Marks come almost in order, so a cursor walks the
 * text once; pure ASCII needs no walk at all.
 */
final class ByteOffsets {
    private final byte[] utf8;
    private final boolean ascii;
    private int codePoint;
    private int offset;

    ByteOffsets(byte[] utf8, boolean ascii) {
        this.utf8 = utf8;
        this.ascii = ascii;
    }

    int at(int codePoints) {
        if (ascii) {
            return codePoints;
        }
        if (codePoints < codePoint) {
            codePoint = 0;
            offset = 0;
        }
        while (codePoint < codePoints && offset < utf8.length) {
            offset += width(utf8[offset]);
            codePoint++;
        }
        return offset;
    }

    private static int width(byte lead) {
        if (lead >= 0) {
            return 1;
        }
        return (lead & 0xE0) == 0xC0 ? 2 : (lead & 0xF0) == 0xE0 ? 3 : 4;
    }
}
