package dev.gabion.kube.read;

import dev.gabion.kube.tree.Position;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one document, cut from its file but not yet parsed.
 *
 * @param index number of the document in the file, from 0
 * @param offset of the first byte in the file
 * @param start where the first byte stands in the file
 * @param problem why the bytes could not be had, such as a size over the limit; they are empty then
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier handed on once, never compared
public record Chunk(
        String file,
        int index,
        long offset,
        Position start,
        byte[] bytes,
        Syntax syntax,
        @Nullable Problem problem) {
    /** How a document is written. A {@code SNIFFED} one begins like JSON but may be YAML flow style. */
    public enum Syntax {
        YAML,
        JSON,
        SNIFFED
    }
}
