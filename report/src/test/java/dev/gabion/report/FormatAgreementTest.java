package dev.gabion.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.finding.Finding;
import dev.gabion.finding.Report;
import dev.gabion.finding.Severity;
import dev.gabion.finding.Verdict;
import dev.gabion.report.generate.ReportGenerator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** Every format counts the same findings and the same verdicts, for any report. */
final class FormatAgreementTest {
    static Stream<Report> reports() {
        Stream<Report> fixed = Stream.of(
                ReportGenerator.empty(),
                ReportGenerator.onlyDiagnostics(),
                ReportGenerator.seeded(7)
                        .withFrameworks()
                        .withExceptions()
                        .withBaseline()
                        .report());
        return Stream.concat(
                fixed,
                IntStream.range(0, 12)
                        .mapToObj(seed -> seed % 2 == 0
                                ? ReportGenerator.full(seed, 40 * seed)
                                : ReportGenerator.seeded(seed)
                                        .findings(30 * seed)
                                        .withPasses()
                                        .report()));
    }

    /** {@code fail critical: 3} and so on, for what there is. */
    private static Map<String, Long> expected(Report report) {
        Map<String, Long> counts = new TreeMap<>();
        for (Finding finding : report.findings()) {
            add(counts, finding.verdict().word(), finding.severity().word());
        }
        return counts;
    }

    private static void add(Map<String, Long> counts, String verdict, String severity) {
        counts.merge(verdict + " " + severity, 1L, Long::sum);
    }

    private static Map<String, Long> counted(JsonNode findings) {
        Map<String, Long> counts = new TreeMap<>();
        findings.forEach(
                f -> add(counts, f.get("verdict").asString(), f.get("severity").asString()));
        return counts;
    }

    @ParameterizedTest
    @MethodSource("reports")
    void json_findingsAndSummary_agreeWithTheModel(Report report) {
        JsonNode json = Prints.json("json", report);
        JsonNode summary = json.get("summary");

        assertThat(counted(json.get("findings"))).isEqualTo(expected(report));
        assertThat(summary.get("findings").asLong()).isEqualTo(Counts.count(report.findings()));
        for (Severity severity : Severity.values()) {
            assertThat(summary.get("severities").get(severity.word()).asLong())
                    .isEqualTo(expected(report).getOrDefault("fail " + severity.word(), 0L));
        }
        for (Verdict verdict : Verdict.values()) {
            assertThat(summary.get("verdicts").get(verdict.word()).asLong())
                    .isEqualTo(report.summary().verdicts().of(verdict));
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void jsonl_lines_agreeWithTheModel(Report report) {
        Map<String, Long> counts = new TreeMap<>();
        Prints.of("jsonl", report)
                .lines()
                .map(Prints::read)
                .forEach(f -> add(
                        counts, f.get("verdict").asString(), f.get("severity").asString()));

        assertThat(counts).isEqualTo(expected(report));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void sarif_results_agreeWithTheModel(Report report) {
        JsonNode run = Prints.json("sarif", report).get("runs").get(0);
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode result : run.get("results")) {
            JsonNode rule = run.get("tool")
                    .get("driver")
                    .get("rules")
                    .get(result.get("ruleIndex").asInt());
            String verdict = result.has("suppressions")
                    ? "excepted"
                    : result.get("kind").asString().equals("fail") ? "fail" : "undecided";
            assertThat(rule.get("id").asString()).isEqualTo(result.get("ruleId").asString());
            add(counts, verdict, rule.get("properties").get("severity").asString());
        }

        assertThat(counts).isEqualTo(expected(report));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void csv_rows_agreeWithTheModel(Report report) {
        List<List<String>> rows = Csv.read(Prints.of("csv", report));
        Map<String, Long> counts = new TreeMap<>();
        rows.subList(1, rows.size()).forEach(row -> add(counts, row.get(3), row.get(0)));

        assertThat(rows.getFirst()).startsWith("severity", "control").hasSize(20);
        assertThat(counts).isEqualTo(expected(report));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void gitlab_issues_agreeWithTheModel(Report report) {
        Map<String, Severity> severities = new HashMap<>();
        report.controls().forEach(c -> severities.put(c.id(), c.severity()));
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Integer> fingerprints = new HashMap<>();
        for (JsonNode issue : Prints.json("gitlab", report)) {
            String description = issue.get("description").asString();
            Severity severity = severities.get(issue.get("check_name").asString());
            String verdict = description.startsWith("excepted by ")
                    ? "excepted"
                    : description.startsWith("undecided: ") ? "undecided" : "fail";
            if (verdict.equals("fail")) {
                assertThat(issue.get("severity").asString()).isEqualTo(GitlabPrinter.severity(severity));
            }
            add(counts, verdict, severity.word());
            fingerprints.merge(issue.get("fingerprint").asString(), 1, Integer::sum);
        }

        assertThat(counts).isEqualTo(expected(report));
        assertThat(fingerprints.values()).allMatch(n -> n == 1);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void html_dataAndFigures_agreeWithTheModel(Report report) {
        String html = Prints.of("html", report);
        Matcher data = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL)
                .matcher(html);
        assertThat(data.find()).isTrue();
        Map<String, Long> counts = new TreeMap<>();
        Prints.read(data.group(1))
                .get("findings")
                .forEach(f -> add(counts, f.get("v").asString(), f.get("s").asString()));

        assertThat(counts).isEqualTo(expected(report));
        for (Severity severity : Severity.values()) {
            long failing = expected(report).getOrDefault("fail " + severity.word(), 0L);
            assertThat(html).contains("<li class=\"" + severity.word() + "\"><b>" + failing + "</b>");
        }
        for (Verdict verdict : Verdict.values()) {
            assertThat(html)
                    .contains("<dt>" + SummaryText.word(verdict) + "</dt><dd>"
                            + report.summary().verdicts().of(verdict) + "</dd>");
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void markdown_figures_agreeWithTheModel(Report report) {
        String markdown = Prints.of("markdown", report);
        for (Verdict verdict : List.of(Verdict.FAIL, Verdict.UNDECIDED, Verdict.EXCEPTED)) {
            StringBuilder row =
                    new StringBuilder(verdict == Verdict.FAIL ? "| failing |" : "| " + verdict.word() + " |");
            for (Severity severity : Severity.values()) {
                row.append(' ')
                        .append(expected(report).getOrDefault(verdict.word() + " " + severity.word(), 0L))
                        .append(" |");
            }
            assertThat(markdown).contains(row);
        }
        assertThat(markdown).contains("Verdicts: " + SummaryText.verdicts(report.summary()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void table_figures_agreeWithTheModel(Report report) {
        String table = Prints.of("table", report);
        Map<Severity, Long> failing = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            failing.put(severity, expected(report).getOrDefault("fail " + severity.word(), 0L));
        }
        String severities = failing.get(Severity.CRITICAL) + " critical, " + failing.get(Severity.HIGH) + " high, "
                + failing.get(Severity.MEDIUM) + " medium, " + failing.get(Severity.LOW) + " low, "
                + failing.get(Severity.INFO) + " info";

        assertThat(table)
                .contains(": " + severities)
                .contains("verdicts    " + SummaryText.verdicts(report.summary()))
                .contains("undecided   " + all(report, Verdict.UNDECIDED) + "\n")
                .contains("excepted    " + all(report, Verdict.EXCEPTED) + "\n");
    }

    private static long all(Report report, Verdict verdict) {
        return expected(report).entrySet().stream()
                .filter(e -> e.getKey().startsWith(verdict.word() + " "))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void junit_cases_agreeWithTheVerdicts(Report report) {
        Element root = Xml.read(Prints.of("junit", report));
        var verdicts = report.summary().verdicts();
        boolean passes = report.passes() != null;
        long skipped = verdicts.of(Verdict.EXCEPTED) + (passes ? verdicts.of(Verdict.NOT_APPLICABLE) : 0);
        long cases = verdicts.of(Verdict.FAIL)
                + verdicts.of(Verdict.UNDECIDED)
                + skipped
                + (passes ? verdicts.of(Verdict.PASS) : 0);

        assertThat(Xml.all(root, "testcase")).hasSize((int) cases);
        assertThat(Xml.all(root, "failure")).hasSize((int) verdicts.of(Verdict.FAIL));
        assertThat(Xml.all(root, "error")).hasSize((int) verdicts.of(Verdict.UNDECIDED));
        assertThat(Xml.all(root, "skipped")).hasSize((int) skipped);
        assertThat(root.getAttribute("tests")).isEqualTo(Long.toString(cases));
        assertThat(root.getAttribute("failures")).isEqualTo(Long.toString(verdicts.of(Verdict.FAIL)));
        assertThat(root.getAttribute("errors")).isEqualTo(Long.toString(verdicts.of(Verdict.UNDECIDED)));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void junit_suiteHeads_countTheirOwnCases(Report report) {
        for (Element suite : Xml.all(Xml.read(Prints.of("junit", report)), "testsuite")) {
            assertThat(Xml.all(suite, "testcase")).hasSize(Integer.parseInt(suite.getAttribute("tests")));
            assertThat(Xml.all(suite, "failure")).hasSize(Integer.parseInt(suite.getAttribute("failures")));
            assertThat(Xml.all(suite, "error")).hasSize(Integer.parseInt(suite.getAttribute("errors")));
            assertThat(Xml.all(suite, "skipped")).hasSize(Integer.parseInt(suite.getAttribute("skipped")));
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void anyFormat_printedTwice_hasTheSameBytes(Report report) {
        for (String format : Printers.NAMES) {
            assertThat(Prints.of(format, report)).isEqualTo(Prints.of(format, report));
        }
    }
}
