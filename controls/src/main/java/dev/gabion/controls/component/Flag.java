package dev.gabion.controls.component;

import dev.gabion.kube.tree.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * A flag as it is set.
 *
 * @param value its text; of a repeated list flag all values, joined with commas
 * @param place where it is written, from the object's root
 * @param unknown what would tell the value, where the input does not say it; else null
 */
record Flag(String value, FieldPath place, @Nullable String unknown) {}
