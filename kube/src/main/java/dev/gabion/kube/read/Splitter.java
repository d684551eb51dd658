package dev.gabion.kube.read;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into documents, one at a time. */
interface Splitter {
    /** The next document, or null at the end. */
    @Nullable
    Chunk next() throws IOException;
}
