/** How the catalogue covers what other tools check. */
@NullMarked
package dev.gabion.controls.peers;

import org.jspecify.annotations.NullMarked;
