package dev.gabion.report;

import dev.gabion.finding.Changes;
import dev.gabion.finding.Diagnostic;
import dev.gabion.finding.ExceptionState;
import dev.gabion.finding.Finding;
import dev.gabion.finding.FrameworkResult;
import dev.gabion.finding.Report;
import dev.gabion.finding.RequirementResult;
import dev.gabion.finding.Verdict;
import java.io.IOException;
import java.util.List;

/** What a table tells besides failing findings. */
final class TableSections {
    private static final int SHOWN = 3;

    /** All of a group means as many as fit into memory, whatever the input. */
    private static final int HELD = 10_000;

    private static final int ROWS = 10;
    private static final int INDENT = 2;
    private static final List<String> LEVELS = List.of("error", "warning", "info");

    private final Report report;
    private final TerminalText out;
    private final PrintOptions options;

    TableSections(Report report, TerminalText out, PrintOptions options) {
        this.report = report;
        this.out = out;
        this.options = options;
    }

    void undecided(long number) throws IOException {
        title("Undecided", Figures.count(number, "finding") + " by what is missing");
        folds(Folds.undecided(report.findings(), shown()));
    }

    void excepted(long number) throws IOException {
        title("Excepted", Figures.count(number, "finding") + " by exception");
        folds(Folds.excepted(report.findings(), report.exceptions(), shown()));
    }

    private int shown() {
        return options.all() ? HELD : SHOWN;
    }

    private void title(String title, String rest) throws IOException {
        out.text(title, TerminalText.BOLD)
                .text("  ")
                .wrapped(rest, INDENT)
                .newline()
                .newline();
    }

    private void folds(Folds folds) throws IOException {
        int told = 0;
        List<Folds.Fold> all = folds.all();
        for (Folds.Fold fold : all) {
            if (told == ROWS && !options.all()) {
                break;
            }
            fold(fold);
            told++;
        }
        more(all.size() - told, "reason");
    }

    private void fold(Folds.Fold fold) throws IOException {
        out.to(INDENT).wrapped(Visible.line(fold.title()), 2 * INDENT).newline();
        out.to(2 * INDENT).style(TerminalText.DIM).text(Figures.count(fold.count(), "finding") + " of ");
        StringBuilder controls = new StringBuilder();
        for (String control : fold.controls()) {
            controls.append(controls.isEmpty() ? "" : ", ").append(control);
        }
        out.wrapped(Visible.line(controls.toString()), 2 * INDENT).plain().newline();
        for (Finding finding : fold.first()) {
            out.to(2 * INDENT);
            TableFindings.place(out, finding);
            out.newline();
        }
        if (fold.count() > fold.first().size()) {
            out.to(2 * INDENT)
                    .text("... and " + (fold.count() - fold.first().size()) + " more", TerminalText.DIM)
                    .newline();
        }
        out.newline();
    }

    private void more(int number, String noun) throws IOException {
        if (number > 0) {
            out.to(INDENT)
                    .style(TerminalText.DIM)
                    .text("... and " + number + " more " + noun + (number == 1 ? "" : "s"));
            if (!options.allHint().isEmpty()) {
                out.text("; ").wrapped(options.allHint(), INDENT);
            }
            out.plain().newline().newline();
        }
    }

    void changes(Changes changes) throws IOException {
        changed("Resolved", changes.resolved());
        changed("Gone", changes.gone());
    }

    private void changed(String title, Iterable<Finding> findings) throws IOException {
        long number = Counts.count(findings);
        if (number == 0) {
            return;
        }
        title(title, Figures.count(number, "finding") + " of the baseline");
        int told = 0;
        for (Finding finding : findings) {
            if (told == ROWS && !options.all()) {
                break;
            }
            out.to(INDENT).text(Visible.line(finding.control())).text("  ");
            TableFindings.place(out, finding);
            out.newline();
            told++;
        }
        if (number > told) {
            out.to(INDENT)
                    .text("... and " + (number - told) + " more", TerminalText.DIM)
                    .newline();
        }
        out.newline();
    }

    /** Exceptions that need a person: all but those that quietly do their work. */
    void exceptions() throws IOException {
        boolean titled = false;
        for (ExceptionState e : report.exceptions()) {
            if (e.state().equals("active") && e.note().isEmpty()) {
                continue;
            }
            if (!titled) {
                title("Exceptions", "to look at");
                titled = true;
            }
            out.to(INDENT).text(Visible.line(e.id()), TerminalText.BOLD).text("  ");
            out.text(Visible.line(e.state()), e.state().equals("active") ? TerminalText.YELLOW : TerminalText.RED);
            out.text("  ").wrapped(Visible.line(e.source()), 2 * INDENT);
            if (!e.note().isEmpty()) {
                out.newline().to(2 * INDENT).wrapped(Visible.line(e.note()), 2 * INDENT);
            }
            out.newline();
        }
        if (titled) {
            out.newline();
        }
    }

    void diagnostics() throws IOException {
        if (report.diagnostics().isEmpty()) {
            return;
        }
        StringBuilder numbers = new StringBuilder();
        for (String level : LEVELS) {
            long number = number(level);
            if (number > 0) {
                numbers.append(numbers.isEmpty() ? "" : ", ")
                        .append(number)
                        .append(' ')
                        .append(level);
            }
        }
        title("Diagnostics", numbers.toString());
        for (String level : LEVELS) {
            diagnostics(level);
        }
        out.newline();
    }

    private long number(String level) {
        long number = 0;
        for (Diagnostic d : report.diagnostics()) {
            number += d.level().equals(level) ? 1 : 0;
        }
        return number;
    }

    private void diagnostics(String level) throws IOException {
        int told = 0;
        for (Diagnostic d : report.diagnostics()) {
            if (!d.level().equals(level)) {
                continue;
            }
            if (told == ROWS && !options.all()) {
                out.to(INDENT)
                        .text("... and " + (number(level) - told) + " more " + level, TerminalText.DIM)
                        .newline();
                return;
            }
            diagnostic(d);
            told++;
        }
    }

    private void diagnostic(Diagnostic d) throws IOException {
        out.to(INDENT).text(d.level(), style(d.level())).text("  ");
        String place = Visible.line(DiagnosticText.place(d));
        if (!place.isEmpty()) {
            out.text(place, TerminalText.BOLD).text("  ");
        }
        out.wrapped(Visible.line(d.message()), 2 * INDENT).newline();
        if (!d.remedy().isEmpty()) {
            out.to(2 * INDENT)
                    .style(TerminalText.DIM)
                    .wrapped(Visible.line(d.remedy()), 2 * INDENT)
                    .plain()
                    .newline();
        }
    }

    private static String style(String level) {
        return switch (level) {
            case "error" -> TerminalText.RED;
            case "warning" -> TerminalText.YELLOW;
            default -> TerminalText.DIM;
        };
    }

    void frameworks() throws IOException {
        for (FrameworkResult framework : report.frameworks()) {
            framework(framework);
        }
    }

    private void framework(FrameworkResult framework) throws IOException {
        out.text(Visible.line(framework.id() + " " + framework.version()), TerminalText.BOLD)
                .text("  ");
        out.wrapped(Visible.prose(framework.title()), INDENT).newline();
        out.to(INDENT)
                .wrapped(
                        "score " + Figures.scoreText(framework.score()) + "; " + SummaryText.requirements(framework),
                        INDENT)
                .newline()
                .newline();
        int ids = 0;
        for (RequirementResult row : framework.requirements()) {
            ids = Math.max(ids, TextWidth.of(Visible.line(row.id())));
        }
        for (RequirementResult row : framework.requirements()) {
            requirement(row, INDENT + Math.min(ids, 24) + 2);
        }
        out.newline();
    }

    private void requirement(RequirementResult row, int verdictColumn) throws IOException {
        out.to(INDENT).text(Visible.line(row.id())).to(verdictColumn);
        out.text(SummaryText.word(row.verdict()), style(row.verdict()));
        int titleColumn = verdictColumn + "not applicable".length() + 2;
        out.to(titleColumn);
        if (row.verdict() == Verdict.FAIL) {
            out.text("(" + row.findings() + ") ");
        }
        out.wrapped(Visible.prose(row.title()), titleColumn).newline();
        if (row.why() != null && row.verdict() == Verdict.UNDECIDED) {
            out.to(titleColumn)
                    .style(TerminalText.DIM)
                    .wrapped(Visible.line(row.why()), titleColumn)
                    .plain()
                    .newline();
        }
    }

    private static String style(Verdict verdict) {
        return switch (verdict) {
            case PASS -> TerminalText.GREEN;
            case FAIL -> TerminalText.RED;
            case UNDECIDED -> TerminalText.YELLOW;
            case NOT_APPLICABLE -> TerminalText.DIM;
            case EXCEPTED -> TerminalText.BLUE;
        };
    }
}
