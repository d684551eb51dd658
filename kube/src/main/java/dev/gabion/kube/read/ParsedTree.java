package dev.gabion.kube.read;

import dev.gabion.kube.tree.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a parser made of a document; {@code root} is null where the document is empty. */
record ParsedTree(@Nullable Node root, List<Duplicate> duplicates) {
    /** A key that stands twice in one map, at a byte offset of the document; the last one counts. */
    record Duplicate(String key, int offset) {}
}
