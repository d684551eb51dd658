/**
 * The evaluator: runs checked expressions on object trees as they are, counts the API server's cost as it goes, and
 * stops at a limit. Knows no parser: nothing here may use dev.cel or protobuf.
 */
@NullMarked
package dev.gabion.cel.eval;

import org.jspecify.annotations.NullMarked;
