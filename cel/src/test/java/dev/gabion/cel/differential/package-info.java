/** Our evaluator against dev.cel's on the same expressions. */
@NullMarked
package dev.gabion.cel.differential;

import org.jspecify.annotations.NullMarked;
