package dev.gabion.finding;

import org.jspecify.annotations.Nullable;

/**
 * One edit that mends a finding: {@code set}, {@code remove} or {@code append} at a field path of the object.
 *
 * @param value as JSON text; null for {@code remove}
 */
public record FixOperation(String op, String path, @Nullable String value) {}
