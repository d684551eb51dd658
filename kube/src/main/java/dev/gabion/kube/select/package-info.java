/** Label and field selectors, from objects and from text, with the API server's rules. */
@NullMarked
package dev.gabion.kube.select;

import org.jspecify.annotations.NullMarked;
