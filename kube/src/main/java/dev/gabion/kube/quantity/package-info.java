/** Resource quantities, parsed and compared as Kubernetes does. */
@NullMarked
package dev.gabion.kube.quantity;

import org.jspecify.annotations.NullMarked;
