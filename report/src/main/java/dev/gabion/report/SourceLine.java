package dev.gabion.report;

import dev.gabion.finding.SecretFields;
import java.util.Arrays;

/** A line of a file with its secrets masked, which still knows the columns of the line as it is written. */
public final class SourceLine {
    private final String text;
    private final int[] cuts;

    private SourceLine(String text, int[] cuts) {
        this.text = text;
        this.cuts = cuts;
    }

    /** A line without secrets. */
    public static SourceLine of(String text) {
        return new SourceLine(text, new int[0]);
    }

    /**
     * A line with secrets.
     *
     * @param secrets pairs of the first char and the one after the last, in order and apart
     */
    static SourceLine masked(String written, int[] secrets) {
        if (secrets.length == 0) {
            return of(written);
        }
        StringBuilder text = new StringBuilder();
        int[] cuts = new int[secrets.length];
        int copied = 0;
        for (int i = 0; i < secrets.length; i += 2) {
            text.append(written, copied, secrets[i]).append(SecretFields.MASK);
            copied = secrets[i + 1];
            cuts[i] = written.codePointCount(0, secrets[i]);
            cuts[i + 1] = written.codePointCount(0, secrets[i + 1]);
        }
        return new SourceLine(text.append(written, copied, written.length()).toString(), cuts);
    }

    /** The line as it may be shown, without its end. */
    public String text() {
        return text;
    }

    /** Where in the text a column of the written line is; a column inside a secret is where its mask begins. */
    public int offset(int column) {
        int point = column - 1;
        int shift = 0;
        for (int i = 0; i < cuts.length && cuts[i] < point; i += 2) {
            if (point < cuts[i + 1]) {
                point = cuts[i];
                break;
            }
            shift += SecretFields.MASK.length() - (cuts[i + 1] - cuts[i]);
        }
        int points = text.codePointCount(0, text.length());
        return text.offsetByCodePoints(0, Math.clamp(point + shift, 0, points));
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof SourceLine line && text.equals(line.text) && Arrays.equals(cuts, line.cuts);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
