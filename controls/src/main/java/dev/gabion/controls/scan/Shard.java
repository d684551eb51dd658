package dev.gabion.controls.scan;

import dev.gabion.controls.catalogue.Control;
import dev.gabion.controls.engine.Outcomes;
import dev.gabion.controls.engine.Target;
import dev.gabion.finding.Finding;
import dev.gabion.finding.Pass;
import dev.gabion.finding.SortedStore;
import dev.gabion.finding.Tally;
import dev.gabion.finding.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thread's share of the results. Counts stay its own until the end; findings go to the common store. */
final class Shard implements Outcomes {
    private final SortedStore<Finding> findings;
    private final @Nullable SortedStore<Pass> passes;
    private final ExceptionRules exceptions;
    private final Map<String, Tally> tallies = new HashMap<>();
    private final Map<String, Long> failures = new HashMap<>();

    Shard(SortedStore<Finding> findings, @Nullable SortedStore<Pass> passes, ExceptionRules exceptions) {
        this.findings = findings;
        this.passes = passes;
        this.exceptions = exceptions;
    }

    @Override
    public void passed(Control control, Target target) {
        count(control, Verdict.PASS);
        remember(control, target, null);
    }

    @Override
    public void notApplicable(Control control, Target target, String reason) {
        count(control, Verdict.NOT_APPLICABLE);
        remember(control, target, reason);
    }

    private void remember(Control control, Target target, @Nullable String reason) {
        if (passes != null) {
            passes.add(new Pass(
                    control.id(),
                    target.reference(),
                    target.object().document().file(),
                    target.object().document().index(),
                    reason));
        }
    }

    @Override
    public void found(Control control, Target target, List<Finding> all) {
        Verdict verdict = Verdict.EXCEPTED;
        for (Finding finding : all) {
            Finding judged = finding;
            if (finding.verdict() == Verdict.FAIL) {
                String exception = exceptions.covering(finding, target);
                judged = exception == null ? finding : finding.excepted(exception);
            }
            findings.add(judged);
            if (judged.verdict() == Verdict.FAIL) {
                failures.merge(control.id(), 1L, Long::sum);
                verdict = Verdict.FAIL;
            } else if (judged.verdict() == Verdict.UNDECIDED && verdict != Verdict.FAIL) {
                verdict = Verdict.UNDECIDED;
            }
        }
        count(control, verdict);
    }

    private void count(Control control, Verdict verdict) {
        tallies.computeIfAbsent(control.id(), id -> new Tally()).add(verdict);
    }

    void addTo(Map<String, Tally> allTallies, Map<String, Long> allFailures) {
        tallies.forEach(
                (id, tally) -> allTallies.computeIfAbsent(id, k -> new Tally()).add(tally));
        failures.forEach((id, count) -> allFailures.merge(id, count, Long::sum));
    }
}
