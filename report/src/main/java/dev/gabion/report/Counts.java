package dev.gabion.report;

import dev.gabion.finding.Finding;
import dev.gabion.finding.Finding.BaselineState;
import dev.gabion.finding.Severity;
import dev.gabion.finding.Tally;
import dev.gabion.finding.Verdict;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a first reading of the findings counts, so that a second one can print heads before bodies. */
final class Counts {
    private final Map<Severity, Tally> all = new EnumMap<>(Severity.class);
    private final Map<Severity, Long> added = new EnumMap<>(Severity.class);
    private final Map<String, OfControl> controls = new HashMap<>();
    private long unchanged;

    /** Findings of one control. */
    static final class OfControl {
        private final Tally verdicts = new Tally();
        private long added;
        private long unchanged;

        long of(Verdict verdict) {
            return verdicts.of(verdict);
        }

        /** Failing findings that an earlier report does not have. */
        long added() {
            return added;
        }

        long unchanged() {
            return unchanged;
        }
    }

    private Counts() {}

    static Counts of(Iterable<Finding> findings) {
        Counts counts = new Counts();
        OfControl last = new OfControl();
        String id = null;
        for (Finding finding : findings) {
            if (!finding.control().equals(id)) {
                id = finding.control();
                last = counts.controls.computeIfAbsent(id, k -> new OfControl());
            }
            counts.add(finding, last);
        }
        return counts;
    }

    private void add(Finding finding, OfControl control) {
        all.computeIfAbsent(finding.severity(), s -> new Tally()).add(finding.verdict());
        control.verdicts.add(finding.verdict());
        if (finding.verdict() != Verdict.FAIL || finding.baseline() == null) {
            return;
        }
        if (finding.baseline() == BaselineState.NEW) {
            added.merge(finding.severity(), 1L, Long::sum);
            control.added++;
        } else {
            unchanged++;
            control.unchanged++;
        }
    }

    long of(Verdict verdict, Severity severity) {
        Tally tally = all.get(severity);
        return tally == null ? 0 : tally.of(verdict);
    }

    long of(Verdict verdict) {
        long sum = 0;
        for (Tally tally : all.values()) {
            sum += tally.of(verdict);
        }
        return sum;
    }

    /** Counts of a control that has findings, or null. */
    @Nullable
    OfControl control(String id) {
        return controls.get(id);
    }

    /** Failing findings that an earlier report does not have. */
    long added(Severity severity) {
        return added.getOrDefault(severity, 0L);
    }

    long added() {
        long sum = 0;
        for (long each : added.values()) {
            sum += each;
        }
        return sum;
    }

    long unchanged() {
        return unchanged;
    }

    /** How many there are. */
    static long count(Iterable<?> items) {
        long count = 0;
        for (Iterator<?> i = items.iterator(); i.hasNext(); i.next()) {
            count++;
        }
        return count;
    }
}
