package dev.gabion.finding;

import org.jspecify.annotations.Nullable;

/**
 * What was judged.
 *
 * @param kind {@code files}, {@code cluster} or {@code snapshot}
 */
public record ReportTarget(
        String kind, String name, @Nullable String kubernetesVersion) {}
