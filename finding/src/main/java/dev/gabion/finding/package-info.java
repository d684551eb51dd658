/**
 * What analysers say and reports print. Ground floor after {@code kube}: knows objects by their identity and position,
 * never by what their fields mean, and no analyser or printer.
 */
@NullMarked
package dev.gabion.finding;

import org.jspecify.annotations.NullMarked;
