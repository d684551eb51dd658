/** CEL's conformance cases, read from text protobuf and put to our compiler and evaluator. */
@NullMarked
package dev.gabion.cel.conformance;

import org.jspecify.annotations.NullMarked;
