/** The {@code gabion} command: one option table, and a class per command that is loaded only when it runs. */
@NullMarked
package dev.gabion.cli;

import org.jspecify.annotations.NullMarked;
