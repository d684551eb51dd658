/** Checks that CEL cannot say. Each is one class behind the same metadata file as every control. */
@NullMarked
package dev.gabion.controls.check;

import org.jspecify.annotations.NullMarked;
