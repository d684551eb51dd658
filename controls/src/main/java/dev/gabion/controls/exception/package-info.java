/**
 * Exceptions to controls: lists outside the manifests, annotations and comments inside them. Each is accounted for:
 * active, expired, unused, invalid or broad.
 */
@NullMarked
package dev.gabion.controls.exception;

import org.jspecify.annotations.NullMarked;
