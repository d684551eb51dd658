/**
 * The immutable object tree every other part of Gabion works on: maps, lists and scalars, each with its byte span in
 * the document it came from. CEL evaluates these nodes as they are. Knows nothing of Kubernetes kinds or of syntax.
 */
@NullMarked
package dev.gabion.kube.tree;

import org.jspecify.annotations.NullMarked;
