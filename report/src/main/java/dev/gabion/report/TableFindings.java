package dev.gabion.report;

import dev.gabion.finding.ControlDescription;
import dev.gabion.finding.Finding;
import dev.gabion.finding.Finding.BaselineState;
import dev.gabion.finding.Report;
import dev.gabion.finding.Severity;
import dev.gabion.finding.Verdict;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The failing findings, control by control. */
final class TableFindings {
    private static final int SHOWN = 5;
    private static final int INDENT = 4;
    private static final int LONGEST_EXPECTED = 60;

    private final Report report;
    private final Counts counts;
    private final TerminalText out;
    private final PrintOptions options;
    private final ControlTable controls;
    private int shown;

    TableFindings(Report report, Counts counts, TerminalText out, PrintOptions options) {
        this.report = report;
        this.counts = counts;
        this.out = out;
        this.options = options;
        this.controls = new ControlTable(report);
    }

    void print() throws IOException {
        String control = "";
        for (Finding finding : report.findings()) {
            if (finding.verdict() != Verdict.FAIL) {
                continue;
            }
            if (!finding.control().equals(control)) {
                foot(control);
                control = finding.control();
                shown = 0;
                head(finding);
            }
            if (isShown(finding)) {
                finding(finding);
                shown++;
            }
        }
        foot(control);
    }

    /** Compared with an earlier report, what is new is what there is to do. */
    private boolean isShown(Finding finding) {
        return options.all() || (shown < SHOWN && finding.baseline() != BaselineState.UNCHANGED);
    }

    private void head(Finding first) throws IOException {
        String id = Visible.line(first.control());
        out.text(id, TerminalText.BOLD).text("  ");
        out.text(first.severity().word(), style(first.severity())).text("  ");
        int indent = Math.min(out.column(), out.width() / 2);
        out.style(TerminalText.BOLD)
                .wrapped(Visible.prose(controls.title(first.control())), indent)
                .plain();
        out.newline().to(INDENT / 2).style(TerminalText.DIM);
        Counts.OfControl count = counts.control(first.control());
        long failing = count == null ? 0 : count.of(Verdict.FAIL);
        out.text(Figures.count(failing, "finding"));
        if (count != null && count.added() + count.unchanged() > 0) {
            out.text(", " + count.added() + " new");
        }
        ControlDescription control = controls.find(first.control());
        String answers = control == null ? "" : MappingText.of(control.mappings());
        if (!answers.isEmpty()) {
            out.text("; ").wrapped(Visible.prose(answers), INDENT);
        }
        out.plain().newline().newline();
    }

    static String style(Severity severity) {
        return switch (severity) {
            case CRITICAL -> TerminalText.BOLD_RED;
            case HIGH -> TerminalText.RED;
            case MEDIUM -> TerminalText.YELLOW;
            case LOW -> TerminalText.CYAN;
            case INFO -> TerminalText.DIM;
        };
    }

    private void finding(Finding finding) throws IOException {
        out.to(INDENT / 2);
        place(out, finding);
        if (finding.baseline() == BaselineState.NEW) {
            out.piece("  ", "new", TerminalText.BOLD, INDENT);
        }
        out.newline()
                .to(INDENT)
                .wrapped(Visible.line(finding.message()), INDENT)
                .newline();
        Excerpt excerpt = Excerpt.of(finding, options.sources(), 0);
        if (excerpt == null) {
            field(finding);
        } else {
            excerpt(finding, excerpt);
        }
    }

    /** Where a finding is and what it is about; the place stays in one piece, so that terminals can make it a link. */
    static void place(TerminalText out, Finding finding) throws IOException {
        String place = Visible.line(DiagnosticText.place(
                finding.place().file(), finding.place().line(), finding.place().column()));
        String object = Visible.line(
                finding.container() == null
                        ? finding.object().toString()
                        : finding.object() + ", container " + finding.container());
        if (!place.isEmpty()) {
            out.text(place, TerminalText.BOLD);
            if (out.column() + 2 + TextWidth.of(object) > out.width()) {
                out.newline().to(INDENT);
            } else {
                out.text("  ");
            }
        }
        out.wrapped(object, INDENT);
    }

    /** What stands where no line can be quoted. */
    private void field(Finding finding) throws IOException {
        if (finding.path().isEmpty()) {
            return;
        }
        out.to(INDENT).style(TerminalText.DIM);
        StringBuilder text = new StringBuilder(finding.path());
        if (finding.place().missing()) {
            text.append(" is absent");
        } else if (finding.value() != null) {
            text.append(": ").append(shortened(finding.value()));
        }
        String wanted = wanted(finding);
        if (wanted != null) {
            text.append(", ").append(wanted);
        }
        out.wrapped(Visible.line(text.toString()), INDENT).plain().newline();
    }

    private static String shortened(String json) {
        return json.length() <= LONGEST_EXPECTED ? json : "...";
    }

    private static @Nullable String wanted(Finding finding) {
        String expected = finding.expected();
        return expected == null || expected.length() > LONGEST_EXPECTED ? null : "want " + expected;
    }

    private void excerpt(Finding finding, Excerpt excerpt) throws IOException {
        String number = Integer.toString(excerpt.firstLine() + excerpt.marked());
        int gutter = INDENT + number.length() + 3;
        String line = excerpt.lines().get(excerpt.marked());
        Clip clip = Clip.of(line, excerpt.from(), excerpt.to(), out.width() - gutter);
        out.to(INDENT).text(number + " | ", TerminalText.DIM).text(clip.line()).newline();
        out.to(gutter - 2).text("| ", TerminalText.DIM).blanks(clip.before());
        out.style(style(finding.severity()));
        for (int i = 0; i < clip.marked(); i++) {
            out.text("^");
        }
        String note = note(finding);
        if (note != null) {
            if (out.column() + 1 + TextWidth.of(note) > out.width()) {
                out.plain()
                        .newline()
                        .to(gutter - 2)
                        .text("| ", TerminalText.DIM)
                        .style(style(finding.severity()));
            } else {
                out.text(" ");
            }
            out.wrapped(note, gutter);
        }
        out.plain().newline();
    }

    private static @Nullable String note(Finding finding) {
        String wanted = wanted(finding);
        if (!finding.place().missing() || finding.path().isEmpty()) {
            return wanted == null ? null : Visible.line(wanted);
        }
        String absent = lastStep(finding.path()) + " is absent";
        return Visible.line(wanted == null ? absent : absent + ", " + wanted);
    }

    private static String lastStep(String path) {
        int dot = path.endsWith("]") ? -1 : path.lastIndexOf('.');
        return path.substring(dot + 1);
    }

    private void foot(String id) throws IOException {
        if (id.isEmpty()) {
            return;
        }
        Counts.OfControl count = counts.control(id);
        long failing = count == null ? 0 : count.of(Verdict.FAIL);
        if (failing > shown) {
            rest(failing - shown, count == null ? 0 : count.unchanged());
        }
        if (shown > 0) {
            remedy(id);
        }
        out.newline();
    }

    private void rest(long number, long unchanged) throws IOException {
        out.to(INDENT / 2).style(TerminalText.DIM);
        if (shown == 0) {
            out.text(number + " unchanged");
        } else {
            out.text("... and " + number + " more");
            if (unchanged > 0) {
                out.text(" (" + unchanged + " unchanged)");
            }
        }
        if (!options.allHint().isEmpty()) {
            out.text("; ").wrapped(options.allHint(), INDENT);
        }
        out.plain().newline();
    }

    private void remedy(String id) throws IOException {
        ControlDescription control = controls.find(id);
        if (control != null && !control.remedy().isEmpty()) {
            out.newline().to(INDENT / 2).text("Remedy: ", TerminalText.GREEN);
            out.wrapped(Visible.prose(control.remedy()), INDENT).newline();
        }
        if (control != null && !control.docs().isEmpty()) {
            out.to(INDENT / 2)
                    .text("See ")
                    .wrapped(Visible.line(control.docs()), INDENT)
                    .newline();
        }
    }
}
