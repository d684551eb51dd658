/** Reports made up from a seed, for tests of everything that reads or prints one. */
@NullMarked
package dev.gabion.report.generate;

import org.jspecify.annotations.NullMarked;
