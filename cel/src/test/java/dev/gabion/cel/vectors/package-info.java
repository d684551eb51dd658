/** Holds the evaluator to the API server's own answers, recorded in a file of vectors. */
@NullMarked
package dev.gabion.cel.vectors;

import org.jspecify.annotations.NullMarked;
