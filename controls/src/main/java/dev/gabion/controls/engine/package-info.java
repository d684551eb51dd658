/**
 * Evaluates controls on targets. A pure function: what the object does not say comes in as {@link
 * dev.gabion.controls.engine.Facts}, verdicts go out through {@link dev.gabion.controls.engine.Outcomes}. Knows no files,
 * no exceptions, no reports.
 */
@NullMarked
package dev.gabion.controls.engine;

import org.jspecify.annotations.NullMarked;
