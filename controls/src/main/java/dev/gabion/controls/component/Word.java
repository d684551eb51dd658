package dev.gabion.controls.component;

import dev.gabion.kube.tree.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * A word of a command line, variables filled in.
 *
 * @param place the item of {@code command} or {@code args} it stands in
 * @param whole whether it is all of that item
 * @param unknown what is missing to know the word, or null
 */
record Word(
        String text,
        FieldPath place,
        boolean whole,
        @Nullable String unknown) {
    /** Whether the word begins a flag. A negative number does not. */
    boolean isFlag() {
        return text.length() > 1 && text.charAt(0) == '-' && !Character.isDigit(text.charAt(1));
    }

    /** What follows the last slash. */
    String base() {
        return text.substring(text.lastIndexOf('/') + 1);
    }
}
