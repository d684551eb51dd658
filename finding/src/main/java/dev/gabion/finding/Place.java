package dev.gabion.finding;

/**
 * Where a finding is: lines and columns count from 1; 0 where there is no file.
 *
 * @param missing whether the field itself is absent, so that the place is that of the deepest existing parent
 */
public record Place(String file, int document, int line, int column, int endLine, boolean missing) {}
