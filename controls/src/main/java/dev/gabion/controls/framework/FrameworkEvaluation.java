package dev.gabion.controls.framework;

import dev.gabion.controls.catalogue.Control;
import dev.gabion.controls.engine.ActiveControl;
import dev.gabion.finding.FrameworkResult;
import dev.gabion.finding.RequirementResult;
import dev.gabion.finding.Tally;
import dev.gabion.finding.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers the rows of a framework from the verdicts of controls. Source: rulings, section 3.3. */
public final class FrameworkEvaluation {
    private final Map<String, Control> active = new HashMap<>();
    private final Map<String, Tally> tallies;
    private final Map<String, Long> failures;

    public FrameworkEvaluation(List<ActiveControl> controls, Map<String, Tally> tallies, Map<String, Long> failures) {
        controls.forEach(c -> active.put(c.control().id(), c.control()));
        this.tallies = tallies;
        this.failures = failures;
    }

    public FrameworkResult evaluate(Framework framework) {
        List<RequirementResult> rows = new ArrayList<>();
        Map<String, Control> deciders = new HashMap<>();
        for (Framework.Row row : framework.rows()) {
            rows.add(row(row));
            for (String id : row.decidedBy()) {
                Control control = active.get(id);
                if (control != null) {
                    deciders.put(id, control);
                }
            }
        }
        List<Control> sorted = deciders.values().stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
        Double score = Score.of(sorted, tallies).value();
        return new FrameworkResult(framework.id(), framework.title(), framework.version(), score, rows);
    }

    private RequirementResult row(Framework.Row row) {
        Tally all = new Tally();
        long findings = 0;
        for (String id : row.decidedBy()) {
            all.add(tallies.getOrDefault(id, new Tally()));
            findings += failures.getOrDefault(id, 0L);
        }
        Verdict verdict = verdict(row, all);
        List<String> groups = row.group() == null ? List.of() : List.of(row.group());
        return new RequirementResult(
                row.id(), row.title(), verdict, row.decidedBy(), findings, why(row, all, verdict), groups);
    }

    private static Verdict verdict(Framework.Row row, Tally all) {
        if (all.of(Verdict.FAIL) > 0) {
            return Verdict.FAIL;
        }
        if (all.of(Verdict.UNDECIDED) > 0 || !row.alsoNeeds().isEmpty()) {
            return Verdict.UNDECIDED;
        }
        if (all.of(Verdict.PASS) > 0) {
            return Verdict.PASS;
        }
        if (all.of(Verdict.EXCEPTED) > 0) {
            return Verdict.EXCEPTED;
        }
        return Verdict.NOT_APPLICABLE;
    }

    private static @Nullable String why(Framework.Row row, Tally all, Verdict verdict) {
        return switch (verdict) {
            case UNDECIDED -> {
                if (row.alsoNeeds().isEmpty()) {
                    yield "evaluationError: " + all.of(Verdict.UNDECIDED) + " verdicts are undecided, see the findings";
                }
                yield "missingEvidence: " + String.join("; ", row.alsoNeeds());
            }
            case NOT_APPLICABLE -> "nothing among the inputs is what this is about";
            case PASS, FAIL, EXCEPTED -> null;
        };
    }
}
