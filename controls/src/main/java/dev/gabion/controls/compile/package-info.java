/**
 * From the YAML file of a control to a control that runs, with every check that a file deserves before it is trusted.
 * Used at build time, and at run time only for controls users bring.
 */
@NullMarked
package dev.gabion.controls.compile;

import org.jspecify.annotations.NullMarked;
