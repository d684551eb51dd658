package dev.gabion.controls.framework;

import dev.gabion.controls.catalogue.Control;
import dev.gabion.finding.Tally;
import dev.gabion.finding.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A figure from 0 to 100: the share of evaluated targets that passed, per control, weighted by severity. Undecided
 * counts as not passed, notApplicable does not count. Source: scanning specification, section 9.
 *
 * @param value with excepted targets counted as passed, or null where nothing was evaluated
 * @param withoutExceptions with excepted targets counted as failed
 */
public record Score(@Nullable Double value, @Nullable Double withoutExceptions, List<Part> parts) {
    /**
     * What one control adds.
     *
     * @param lost points of the score that its targets cost
     */
    public record Part(String control, int weight, long passed, long excepted, long evaluated, double lost) {}

    /** Computes the score of controls from their verdicts. */
    public static Score of(List<Control> controls, Map<String, Tally> tallies) {
        double weights = 0;
        double gained = 0;
        double gainedWithout = 0;
        List<Control> counted = new ArrayList<>();
        for (Control control : controls) {
            Tally tally = tallies.get(control.id());
            long evaluated = tally == null ? 0 : tally.evaluated();
            if (tally == null || evaluated == 0) {
                continue;
            }
            counted.add(control);
            int weight = control.severity().weight();
            double passed = tally.of(Verdict.PASS);
            weights += weight;
            gained += weight * (passed + tally.of(Verdict.EXCEPTED)) / evaluated;
            gainedWithout += weight * passed / evaluated;
        }
        if (weights == 0) {
            return new Score(null, null, List.of());
        }
        List<Part> parts = new ArrayList<>();
        for (Control control : counted) {
            parts.add(part(control, tallies, weights));
        }
        parts.sort(Comparator.comparingDouble((Part p) -> -p.lost).thenComparing(Part::control));
        return new Score(cut(100 * gained / weights), cut(100 * gainedWithout / weights), parts);
    }

    private static Part part(Control control, Map<String, Tally> tallies, double weights) {
        Tally tally = Objects.requireNonNull(tallies.get(control.id()));
        long good = tally.of(Verdict.PASS) + tally.of(Verdict.EXCEPTED);
        long evaluated = tally.evaluated();
        int weight = control.severity().weight();
        double lost = 100 * weight * (double) (evaluated - good) / evaluated / weights;
        return new Part(control.id(), weight, tally.of(Verdict.PASS), tally.of(Verdict.EXCEPTED), evaluated, lost);
    }

    /** One decimal, cut, so that 100 means nothing is left to do. */
    private static double cut(double value) {
        return Math.floor(value * 10 + 1e-9) / 10;
    }
}
