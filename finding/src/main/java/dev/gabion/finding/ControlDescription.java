package dev.gabion.finding;

/** What a report says of a control once, rather than in each of its findings. */
public record ControlDescription(
        String id,
        String title,
        Severity severity,
        String severityReason,
        String rationale,
        String remedy,
        String docs,
        Mappings mappings) {}
