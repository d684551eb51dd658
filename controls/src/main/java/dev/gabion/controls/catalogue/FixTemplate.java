package dev.gabion.controls.catalogue;

import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.Node;
import org.jspecify.annotations.Nullable;

/**
 * An edit that mends a finding; {@code [*]} in its path stands for the index the finding's own path has there.
 *
 * @param op {@code set}, {@code remove} or {@code append}
 * @param value null for {@code remove}
 */
public record FixTemplate(
        String op, FieldPath path, @Nullable Node value) {}
