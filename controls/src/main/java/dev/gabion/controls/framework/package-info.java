/** Frameworks: named sets of requirements, each answered by controls, and the choice of controls a run uses. */
@NullMarked
package dev.gabion.controls.framework;

import org.jspecify.annotations.NullMarked;
