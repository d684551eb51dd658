/**
 * Tells credentials from other text: by their well-known shapes, which are certain, and by the names people give them.
 * Knows nothing of Kubernetes objects.
 */
@NullMarked
package dev.gabion.controls.credential;

import org.jspecify.annotations.NullMarked;
