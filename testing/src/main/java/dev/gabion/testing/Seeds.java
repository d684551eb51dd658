package dev.gabion.testing;

import java.util.Random;

/**
 * Runs a property with many seeds, the same ones in every build. A failure names its seed; {@code GABION_SEED} set to
 * that number runs it alone.
 */
public final class Seeds {
    private static final long FIRST = 20_260_101;

    private Seeds() {}

    /** A statement that must hold whatever the generator draws. */
    @FunctionalInterface
    public interface Property {
        void hold(Random random) throws Exception;
    }

    public static void each(int runs, Property property) {
        String only = System.getenv("GABION_SEED");
        if (only != null) {
            run(Long.parseLong(only), property);
            return;
        }
        for (int i = 0; i < runs; i++) {
            run(FIRST + i, property);
        }
    }

    private static void run(long seed, Property property) {
        try {
            property.hold(new Random(seed));
        } catch (Exception | AssertionError e) {
            throw new AssertionError("fails with GABION_SEED=" + seed + ": " + e.getMessage(), e);
        }
    }

    /** One of the values. */
    @SafeVarargs
    public static <T> T oneOf(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
