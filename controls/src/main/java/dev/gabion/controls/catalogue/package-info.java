/**
 * What a control is, and how a catalogue of them rests on disk. Knows nothing of inputs or of how verdicts come about,
 * and neither parser nor type checker.
 */
@NullMarked
package dev.gabion.controls.catalogue;

import org.jspecify.annotations.NullMarked;
