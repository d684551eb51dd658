package dev.gabion.report;

import org.jspecify.annotations.Nullable;

/** Figures the way reports print them: cut rather than rounded, so that 1, 100 % and 100 mean all of it. */
final class Figures {
    /** Keeps 0.29 * 100 from becoming 28.999…; far below what is printed. */
    private static final double DUST = 1e-9;

    private Figures() {}

    /** A share with four decimals. */
    static double share(double value) {
        return Math.floor(value * 10_000 + DUST) / 10_000;
    }

    /** A score with one decimal. */
    static double score(double value) {
        return Math.floor(value * 10 + DUST) / 10;
    }

    static @Nullable Double scoreOrNull(@Nullable Double value) {
        return value == null ? null : score(value);
    }

    /** A score as people read it: {@code 71.2}, {@code 100}, or {@code none} where nothing was evaluated. */
    static String scoreText(@Nullable Double value) {
        return value == null ? "none" : decimal(score(value));
    }

    /** A share as people read it: {@code 98.2 %}. */
    static String percent(double share) {
        return decimal(score(share * 100)) + " %";
    }

    private static String decimal(double oneDecimal) {
        long tenths = Math.round(oneDecimal * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    /** {@code 1 finding}, {@code 2 findings}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
