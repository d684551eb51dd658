package dev.gabion.kube.read;

import dev.gabion.kube.tree.Excerpt;

/**
 * Something about an input that its reader has to tell: what, where, and what to do about it.
 *
 * @param line and column from 1, or 0 where the whole file is meant
 */
public record Problem(Level level, String code, String file, int line, int column, String message, String remedy) {
    public Problem {
        message = Excerpt.message(message);
        remedy = Excerpt.message(remedy);
    }

    /** How much an input problem costs: an error means something was not read. */
    public enum Level {
        ERROR,
        WARNING,
        INFO
    }

    public static Problem error(String code, String file, String message, String remedy) {
        return new Problem(Level.ERROR, code, file, 0, 0, message, remedy);
    }
}
