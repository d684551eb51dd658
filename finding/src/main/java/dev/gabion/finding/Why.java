package dev.gabion.finding;

/** Why a verdict is undecided, and what would decide it. */
public record Why(Kind kind, String detail) {
    /** The reasons there are. */
    public enum Kind {
        MISSING_EVIDENCE("missingEvidence"),
        EVALUATION_ERROR("evaluationError"),
        REFUSED_BY_SERVER("refusedByServer");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    @Override
    public String toString() {
        return kind.word + ": " + detail;
    }
}
