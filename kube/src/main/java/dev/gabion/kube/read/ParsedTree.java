package dev.gabion.kube.read;

import dev.gabion.kube.tree.Node;
import org.jspecify.annotations.Nullable;

/** What a parser made of a document; {@code root} is null where the document is empty. */
record ParsedTree(@Nullable Node root, DuplicateKeys duplicates) {}
