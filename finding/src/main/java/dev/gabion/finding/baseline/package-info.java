/** Earlier findings, and what has changed since: new, unchanged, resolved, gone. */
@NullMarked
package dev.gabion.finding.baseline;

import org.jspecify.annotations.NullMarked;
