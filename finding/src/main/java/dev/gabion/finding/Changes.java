package dev.gabion.finding;

/**
 * What an earlier report found and this one does not. What is new or unchanged says so itself.
 *
 * @param resolved findings of objects that are still there
 * @param gone findings of objects that were not scanned any more
 */
public record Changes(Iterable<Finding> resolved, Iterable<Finding> gone) {}
