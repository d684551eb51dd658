/**
 * What a Kubernetes API server knows about the fields of its built-in kinds: their types, what it would refuse, and the
 * defaults it fills in. Turns an object as written into the object policies see. Knows nothing of security.
 */
@NullMarked
package dev.gabion.kube.schema;

import org.jspecify.annotations.NullMarked;
