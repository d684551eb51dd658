package dev.gabion.finding;

import java.util.EnumMap;
import java.util.Map;

/** Counts verdicts. */
public final class Tally {
    private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);

    public void add(Verdict verdict) {
        counts.merge(verdict, 1L, Long::sum);
    }

    public void add(Tally other) {
        other.counts.forEach((verdict, count) -> counts.merge(verdict, count, Long::sum));
    }

    public long of(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    /** Verdicts that were decided, exceptions among them. */
    public long decided() {
        return of(Verdict.PASS) + of(Verdict.FAIL) + of(Verdict.EXCEPTED);
    }

    /** Verdicts that a score counts: everything but notApplicable. */
    public long evaluated() {
        return decided() + of(Verdict.UNDECIDED);
    }
}
