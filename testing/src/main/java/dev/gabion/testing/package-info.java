/** What tests of every module share: where third-party inputs are, and where the repository is. */
@NullMarked
package dev.gabion.testing;

import org.jspecify.annotations.NullMarked;
