package dev.gabion.report;

import dev.gabion.finding.Changes;
import dev.gabion.finding.ExceptionState;
import dev.gabion.finding.FrameworkResult;
import dev.gabion.finding.RequirementResult;
import dev.gabion.finding.Summary;
import dev.gabion.finding.Tally;
import dev.gabion.finding.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Figures of a report as half sentences, the same in every format for people. */
final class SummaryText {
    private SummaryText() {}

    static String verdicts(Summary s) {
        return tally(s.verdicts());
    }

    static String requirements(FrameworkResult framework) {
        Tally tally = new Tally();
        for (RequirementResult requirement : framework.requirements()) {
            tally.add(requirement.verdict());
        }
        return tally(tally);
    }

    private static String tally(Tally tally) {
        StringBuilder out = new StringBuilder();
        for (Verdict verdict : Verdict.values()) {
            out.append(out.isEmpty() ? "" : ", ")
                    .append(tally.of(verdict))
                    .append(' ')
                    .append(word(verdict));
        }
        return out.toString();
    }

    /** A verdict as people read it. */
    static String word(Verdict verdict) {
        return verdict == Verdict.NOT_APPLICABLE ? "not applicable" : verdict.word();
    }

    static String coverage(Summary s) {
        return Figures.percent(s.coverage()) + " (verdicts " + Figures.percent(s.verdictCoverage()) + ", inputs "
                + Figures.percent(s.inputCoverage()) + ")";
    }

    static String score(Summary s) {
        String score = Figures.scoreText(s.score());
        String without = Figures.scoreText(s.scoreWithoutExceptions());
        return score.equals(without) ? score : score + " (" + without + " without exceptions)";
    }

    /** {@code 5 loaded, 3 used, 1 expired, 1 unused}. */
    static String exceptions(List<ExceptionState> exceptions) {
        List<String> states = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        int used = 0;
        for (ExceptionState exception : exceptions) {
            used += exception.findings() > 0 ? 1 : 0;
            if (!exception.state().equals("active")) {
                int at = states.indexOf(exception.state());
                if (at < 0) {
                    states.add(exception.state());
                    numbers.add(1);
                } else {
                    numbers.set(at, numbers.get(at) + 1);
                }
            }
        }
        StringBuilder out = new StringBuilder().append(exceptions.size()).append(" loaded, ");
        out.append(used).append(" used");
        for (int i = 0; i < states.size(); i++) {
            out.append(", ").append(numbers.get(i)).append(' ').append(states.get(i));
        }
        return out.toString();
    }

    static String changes(Counts counts, Changes changes) {
        return counts.added() + " new, " + counts.unchanged() + " unchanged, " + Counts.count(changes.resolved())
                + " resolved, " + Counts.count(changes.gone()) + " gone";
    }
}
