package dev.gabion.finding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How bad a failing control is, worst first. */
public enum Severity {
    CRITICAL(10),
    HIGH(5),
    MEDIUM(2),
    LOW(1),
    INFO(0);

    private final int weight;
    private final String word = name().toLowerCase(Locale.ROOT);

    Severity(int weight) {
        this.weight = weight;
    }

    /** The control's weight in a score. Source: scanning specification, section 9. */
    public int weight() {
        return weight;
    }

    /** The word users type and reports print. */
    public String word() {
        return word;
    }

    /** Whether this is as bad as the threshold, or worse. */
    public boolean reaches(Severity threshold) {
        return compareTo(threshold) <= 0;
    }

    /** The severity of a word, or null. */
    public static @Nullable Severity of(String word) {
        for (Severity severity : values()) {
            if (severity.word.equals(word)) {
                return severity;
            }
        }
        return null;
    }
}
