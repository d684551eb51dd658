/**
 * From source text to checked expressions: dev.cel parses and type-checks against the declarations of Kubernetes, and
 * the result is translated into the evaluator's own tree. Used at build time for the catalogue, and at run time only
 * for expressions users bring.
 */
@NullMarked
package dev.gabion.cel.compile;

import org.jspecify.annotations.NullMarked;
