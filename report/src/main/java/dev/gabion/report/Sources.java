package dev.gabion.report;

import org.jspecify.annotations.Nullable;

/** Lines of the files findings point into. What a secret-bearing field holds never leaves an implementation. */
@FunctionalInterface
public interface Sources {
    /** No file can be shown. */
    Sources NONE = (file, number) -> null;

    /**
     * A line of a file.
     *
     * @param file as findings name it
     * @param number from 1
     * @return null where the file is unknown, has changed since it was scanned, or has no such line fit to show
     */
    @Nullable
    SourceLine line(String file, int number);
}
