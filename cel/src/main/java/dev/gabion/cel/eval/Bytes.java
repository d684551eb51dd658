package dev.gabion.cel.eval;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A byte string. */
public final class Bytes implements Comparable<Bytes> {
    private final byte[] content;

    /** Takes the array as its own. */
    public Bytes(byte[] content) {
        this.content = content;
    }

    static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public int size() {
        return content.length;
    }

    /** A copy of the content. */
    public byte[] toArray() {
        return content.clone();
    }

    Bytes plus(Bytes other) {
        byte[] all = Arrays.copyOf(content, content.length + other.content.length);
        System.arraycopy(other.content, 0, all, content.length, other.content.length);
        return new Bytes(all);
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(content, other.content);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Bytes b && Arrays.equals(content, b.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }
}
