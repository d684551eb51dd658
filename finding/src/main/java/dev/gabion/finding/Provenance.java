package dev.gabion.finding;

import org.jspecify.annotations.Nullable;

/**
 * One step from what was judged back to what a person wrote.
 *
 * @param kind what the place is: {@code anchor} of an alias, {@code template} or {@code values} of a chart, and so on
 * @param line and column from 1; 0 where only the file is known
 * @param path the field there that decides, such as a values key; null where the line says it all
 */
public record Provenance(
        String kind,
        String file,
        int line,
        int column,
        @Nullable String path) {}
