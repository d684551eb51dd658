/** Audit policies, evaluated as the API server does, and the requests they are tried on. Knows nothing of controls. */
@NullMarked
package dev.gabion.controls.audit;

import org.jspecify.annotations.NullMarked;
