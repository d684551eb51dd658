package dev.gabion.report;

/** Figures the way reports print them. */
final class Figures {
    private Figures() {}

    /** A share with four decimals, cut rather than rounded, so that 1 means all of it. */
    static double share(double value) {
        return Math.floor(value * 10_000) / 10_000;
    }
}
