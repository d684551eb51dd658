package dev.gabion.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A framework's answer.
 *
 * @param score 0 to 100, or null where nothing was evaluated
 */
public record FrameworkResult(
        String id, String title, String version, @Nullable Double score, List<RequirementResult> requirements) {}
