/**
 * Everything collected from one input, with the indexes cross-object questions need: by kind, by namespace, by label,
 * by owner, and which of several candidates an object in a tree of files means.
 */
@NullMarked
package dev.gabion.kube.inventory;

import org.jspecify.annotations.NullMarked;
