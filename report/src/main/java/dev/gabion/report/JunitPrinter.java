package dev.gabion.report;

import dev.gabion.finding.ControlDescription;
import dev.gabion.finding.Diagnostic;
import dev.gabion.finding.Finding;
import dev.gabion.finding.Pass;
import dev.gabion.finding.Report;
import dev.gabion.finding.Severity;
import dev.gabion.finding.Tally;
import dev.gabion.finding.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * JUnit's XML: a suite per control, a case per verdict. What is excepted or does not apply is skipped, what is undecided
 * is an error. The last suite has no cases; it tells coverage, score and diagnostics.
 */
final class JunitPrinter implements Printer {
    @Override
    public void print(Report report, OutputStream out) throws IOException {
        new Run(report, new TextOutput(out)).print();
    }

    /** The cases of one control, counted. */
    private static final class Suite {
        private final Severity severity;
        private final String control;
        private final boolean passes;
        private final Tally cases = new Tally();

        Suite(Severity severity, String control, boolean passes) {
            this.severity = severity;
            this.control = control;
            this.passes = passes;
        }

        Severity severity() {
            return severity;
        }

        String control() {
            return control;
        }

        void count(Verdict verdict) {
            cases.add(verdict);
        }

        long of(Verdict verdict) {
            return cases.of(verdict);
        }

        long skipped() {
            return of(Verdict.EXCEPTED) + of(Verdict.NOT_APPLICABLE);
        }

        long all() {
            return of(Verdict.PASS) + of(Verdict.FAIL) + of(Verdict.UNDECIDED) + skipped();
        }
    }

    private static final class Run {
        private final Report report;
        private final TextOutput xml;
        private final ControlTable controls;
        private final List<Suite> suites = new ArrayList<>();
        private final @Nullable PassCursor passes;

        Run(Report report, TextOutput xml) {
            this.report = report;
            this.xml = xml;
            this.controls = new ControlTable(report);
            this.passes = report.passes() == null ? null : new PassCursor(report.passes());
        }

        void print() throws IOException {
            Set<String> seen = countFindings();
            countPasses(seen);
            suites.sort(Comparator.comparing(Suite::severity).thenComparing(Suite::control));
            xml.text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gabion\"");
            number("tests", sum(Suite::all));
            number("failures", sum(s -> s.of(Verdict.FAIL)));
            number("errors", sum(s -> s.of(Verdict.UNDECIDED)));
            xml.text(" time=\"0\">\n");
            VerdictUnits units = new VerdictUnits(report.findings());
            for (Suite suite : suites) {
                suite(suite, units);
            }
            account();
            xml.text("</testsuites>\n").flush();
        }

        private Set<String> countFindings() {
            Set<String> seen = new HashSet<>();
            Suite suite = null;
            VerdictUnits units = new VerdictUnits(report.findings());
            while (units.hasNext()) {
                VerdictUnits.Unit unit = units.next();
                if (suite == null || !unit.isOf(suite.severity, suite.control)) {
                    Finding first = unit.first();
                    suite = new Suite(first.severity(), first.control(), seen.add(first.control()));
                    suites.add(suite);
                }
                suite.count(unit.verdict());
            }
            return seen;
        }

        private void countPasses(Set<String> seen) {
            if (report.passes() == null) {
                return;
            }
            Map<String, Suite> byControl = new HashMap<>();
            suites.forEach(s -> byControl.putIfAbsent(s.control, s));
            for (Pass pass : report.passes()) {
                if (seen.add(pass.control())) {
                    ControlDescription control = controls.find(pass.control());
                    Suite suite = new Suite(control == null ? Severity.INFO : control.severity(), pass.control(), true);
                    suites.add(suite);
                    byControl.put(pass.control(), suite);
                }
                Suite suite = byControl.get(pass.control());
                if (suite != null) {
                    suite.count(pass.verdict());
                }
            }
        }

        private long sum(ToLongFunction<Suite> figure) {
            return suites.stream().mapToLong(figure).sum();
        }

        private void suite(Suite suite, VerdictUnits units) throws IOException {
            xml.text("  <testsuite");
            attribute("name", suite.control + " " + controls.title(suite.control));
            number("tests", suite.all());
            number("failures", suite.of(Verdict.FAIL));
            number("errors", suite.of(Verdict.UNDECIDED));
            number("skipped", suite.skipped());
            xml.text(" time=\"0\"");
            if (report.timestamp() != null) {
                attribute("timestamp", report.timestamp());
            }
            xml.text(">\n");
            for (VerdictUnits.Unit unit = units.peek();
                    unit != null && unit.isOf(suite.severity, suite.control);
                    unit = units.peek()) {
                testCase(units.next());
            }
            if (suite.passes && passes != null) {
                passes.seek(suite.control);
                for (Pass pass = passes.next(); pass != null; pass = passes.next()) {
                    pass(pass);
                }
            }
            xml.text("  </testsuite>\n");
        }

        private void testCase(VerdictUnits.Unit unit) throws IOException {
            Finding finding = unit.decisive();
            head(finding.control(), finding.object().toString(), finding.place().file());
            switch (unit.verdict()) {
                case FAIL -> {
                    xml.text(">\n      <failure");
                    attribute("message", message(unit));
                    attribute("type", finding.severity().word());
                    body(unit, "failure");
                }
                case UNDECIDED -> {
                    xml.text(">\n      <error");
                    attribute(
                            "message",
                            finding.why() == null
                                    ? message(unit)
                                    : finding.why().toString());
                    attribute(
                            "type",
                            finding.why() == null
                                    ? "undecided"
                                    : finding.why().kind().word());
                    body(unit, "error");
                }
                case EXCEPTED -> skipped("excepted by " + finding.exception() + ": " + finding.message());
                case PASS, NOT_APPLICABLE -> throw new IllegalStateException("a finding is no pass");
            }
        }

        private static String message(VerdictUnits.Unit unit) {
            int more = unit.findings().size() - 1;
            return unit.decisive().message() + (more == 0 ? "" : " (and " + more + " more)");
        }

        private void pass(Pass pass) throws IOException {
            head(pass.control(), pass.object().toString(), pass.file());
            if (pass.reason() == null) {
                xml.text("/>\n");
            } else {
                skipped("not applicable: " + pass.reason());
            }
        }

        private void head(String control, String object, String file) throws IOException {
            xml.text("    <testcase");
            attribute("classname", control);
            attribute("name", object);
            if (!file.isEmpty()) {
                attribute("file", file);
            }
            xml.text(" time=\"0\"");
        }

        private void skipped(String message) throws IOException {
            xml.text(">\n      <skipped");
            attribute("message", message);
            xml.text("/>\n    </testcase>\n");
        }

        private void body(VerdictUnits.Unit unit, String element) throws IOException {
            xml.text(">");
            for (Finding finding : unit.findings()) {
                xml.text(XmlText.escaped(line(finding))).text('\n');
            }
            xml.text("</").text(element).text(">\n    </testcase>\n");
        }

        private static String line(Finding finding) {
            StringBuilder text = new StringBuilder();
            if (finding.place().line() > 0) {
                text.append(finding.place().file())
                        .append(':')
                        .append(finding.place().line())
                        .append(':')
                        .append(finding.place().column())
                        .append(' ');
            }
            if (finding.verdict() != Verdict.FAIL) {
                text.append(finding.verdict().word()).append(' ');
            } else if (finding.baseline() != null) {
                text.append(finding.baseline().word()).append(' ');
            }
            return text.append(finding.path())
                    .append(": ")
                    .append(finding.message())
                    .toString();
        }

        /** What is no verdict: figures and diagnostics. */
        private void account() throws IOException {
            xml.text(
                    "  <testsuite name=\"gabion\" tests=\"0\" failures=\"0\" errors=\"0\" skipped=\"0\" time=\"0\">\n");
            xml.text("    <properties>\n");
            property("coverage", Double.toString(Figures.share(report.summary().coverage())));
            property("score", Figures.scoreText(report.summary().score()));
            property("result", report.verdict());
            xml.text("    </properties>\n");
            if (!report.diagnostics().isEmpty()) {
                xml.text("    <system-err>");
                for (Diagnostic d : report.diagnostics()) {
                    xml.text(XmlText.escaped(DiagnosticText.of(d))).text('\n');
                }
                xml.text("</system-err>\n");
            }
            xml.text("  </testsuite>\n");
        }

        private void property(String name, String value) throws IOException {
            xml.text("      <property");
            attribute("name", name);
            attribute("value", value);
            xml.text("/>\n");
        }

        private void attribute(String name, String value) throws IOException {
            xml.text(' ').text(name).text("=\"").text(XmlText.escaped(value)).text('"');
        }

        private void number(String name, long value) throws IOException {
            xml.text(' ').text(name).text("=\"").number(value).text('"');
        }
    }
}
