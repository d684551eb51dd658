package dev.gabion.finding;

import org.jspecify.annotations.Nullable;

/** What a control says of a target. Undecided is never a pass. */
public enum Verdict {
    PASS("pass"),
    FAIL("fail"),
    UNDECIDED("undecided"),
    NOT_APPLICABLE("notApplicable"),
    EXCEPTED("excepted");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The word reports print. */
    public String word() {
        return word;
    }

    /** Whether the control could tell, exceptions aside. */
    public boolean decided() {
        return this == PASS || this == FAIL || this == EXCEPTED;
    }

    /** The verdict of a word, or null. */
    public static @Nullable Verdict of(String word) {
        for (Verdict verdict : values()) {
            if (verdict.word.equals(word)) {
                return verdict;
            }
        }
        return null;
    }
}
