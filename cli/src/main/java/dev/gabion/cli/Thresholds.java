package dev.gabion.cli;

import dev.gabion.finding.Severity;
import dev.gabion.finding.Summary;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What makes a scan fail, and what makes it incomplete. Source: command-line contract, section 2, rulings 3.2. */
record Thresholds(
        @Nullable Severity failOn,
        boolean onlyNew,
        int max,
        @Nullable Double minScore,
        @Nullable Double minCoverage,
        boolean strict) {

    /** An exit code and the sentence that says why. */
    record Outcome(int code, String reason) {}

    static Thresholds of(Arguments arguments) throws UsageException {
        String word = arguments.one("fail-on");
        Severity failOn = word == null ? Severity.HIGH : Severity.of(word);
        if (failOn == null && !"none".equals(word)) {
            throw new UsageException("--fail-on wants critical, high, medium, low, info or none, not " + word);
        }
        if (arguments.has("fail-on-new") && !arguments.has("baseline")) {
            throw new UsageException("--fail-on-new needs --baseline FILE");
        }
        return new Thresholds(
                failOn,
                arguments.has("fail-on-new"),
                arguments.number("max", 0),
                figure(arguments, "min-score", 100),
                share(arguments),
                arguments.has("strict"));
    }

    private static @Nullable Double share(Arguments arguments) throws UsageException {
        String text = arguments.one("min-coverage");
        if (text == null) {
            return null;
        }
        boolean percent = text.endsWith("%");
        Double value = parse(percent ? text.substring(0, text.length() - 1) : text);
        if (value == null || value < 0 || value > 100) {
            throw new UsageException("--min-coverage wants a share such as 0.95 or 95%, not " + text);
        }
        return percent || value > 1 ? Double.valueOf(value / 100) : value;
    }

    private static @Nullable Double figure(Arguments arguments, String name, double most) throws UsageException {
        String text = arguments.one(name);
        if (text == null) {
            return null;
        }
        Double value = parse(text);
        if (value == null || value < 0 || value > most) {
            throw new UsageException("--" + name + " wants a number from 0 to " + Math.round(most) + ", not " + text);
        }
        return value;
    }

    private static @Nullable Double parse(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isNaN(value) ? null : Double.valueOf(value);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /**
     * Judges a scan.
     *
     * @param counted failing findings that count, by severity
     * @param namedUnread whether an input the user named could not be read
     */
    Outcome judge(Summary summary, Map<Severity, Long> counted, boolean namedUnread) {
        long unread = summary.documentsSeen() - summary.documentsRead();
        if (namedUnread) {
            return new Outcome(
                    ExitCode.INCOMPLETE, "incomplete: an input you named could not be read; see the diagnostics");
        }
        if (strict && unread > 0) {
            return new Outcome(
                    ExitCode.INCOMPLETE,
                    "incomplete: " + count(unread, "document")
                            + " could not be read and --strict is set; see the diagnostics");
        }
        if (minCoverage != null && summary.coverage() < minCoverage) {
            return new Outcome(
                    ExitCode.INCOMPLETE,
                    "incomplete: coverage " + percent(summary.coverage()) + " is below " + percent(minCoverage)
                            + "; see what is undecided or unread");
        }
        if (minScore != null && summary.score() == null) {
            return new Outcome(
                    ExitCode.INCOMPLETE, "incomplete: nothing was evaluated, so there is no score to compare");
        }
        long over = over(counted);
        if (over > max) {
            String kind = (onlyNew ? "new " : "") + "finding";
            return new Outcome(
                    ExitCode.POLICY,
                    "failed: " + count(over, kind) + " of severity " + word() + " or worse"
                            + (max > 0 ? ", " + max + " allowed" : "") + "; mend or except them, or move --fail-on");
        }
        if (minScore != null && summary.score() != null && summary.score() < minScore) {
            return new Outcome(
                    ExitCode.POLICY,
                    "failed: score " + summary.score() + " is below " + minScore
                            + "; --explain-score shows what costs most");
        }
        return new Outcome(ExitCode.OK, passed(summary, unread));
    }

    private long over(Map<Severity, Long> counted) {
        long total = 0;
        for (Map.Entry<Severity, Long> entry : counted.entrySet()) {
            total += failOn != null && entry.getKey().reaches(failOn) ? entry.getValue() : 0;
        }
        return total;
    }

    private String word() {
        return failOn == null ? "" : failOn.word();
    }

    private String passed(Summary summary, long unread) {
        if (summary.objects() == 0) {
            return "passed, but nothing was judged: the inputs hold no Kubernetes object";
        }
        String threshold = failOn == null ? "no threshold is set" : "nothing at or above " + failOn.word();
        return "passed: " + threshold + (unread == 0 ? "" : "; " + count(unread, "document") + " could not be read");
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", Math.floor(share * 1000) / 10);
    }
}
