package dev.gabion.controls.audit;

import org.jspecify.annotations.Nullable;

/** How much of a request is recorded, from nothing upward. */
public enum AuditLevel {
    NONE("None"),
    METADATA("Metadata"),
    REQUEST("Request"),
    REQUEST_RESPONSE("RequestResponse");

    private final String word;

    AuditLevel(String word) {
        this.word = word;
    }

    /** How policies write it. */
    public String word() {
        return word;
    }

    public boolean reaches(AuditLevel other) {
        return compareTo(other) >= 0;
    }

    /** The level of a word, or null. */
    public static @Nullable AuditLevel of(@Nullable String word) {
        for (AuditLevel level : values()) {
            if (level.word.equals(word)) {
                return level;
            }
        }
        return null;
    }
}
