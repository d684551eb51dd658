package dev.gabion.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.finding.Finding;
import dev.gabion.finding.FindingOrder;
import dev.gabion.finding.RecordCodecs;
import dev.gabion.finding.Report;
import dev.gabion.finding.Severity;
import dev.gabion.finding.SortedStore;
import dev.gabion.finding.Verdict;
import dev.gabion.report.generate.ReportGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TablePrinterTest {
    static final List<String> FORMATS = Printers.NAMES;

    private static final Sources SOURCES = (file, number) -> SourceLine.of("    privileged: true # " + number);

    private static String print(Report report, int width, boolean all) {
        return Prints.of("table", report, new PrintOptions(SOURCES, width, false, all, "--all shows them"));
    }

    @Test
    void controls_inATable_comeWorstFirst() {
        Report report = ReportGenerator.seeded(1).findings(200).report();
        List<Severity> heads = print(report, 100, false)
                .lines()
                .filter(line -> line.startsWith("GBN-"))
                .map(line -> Severity.of(line.split(" +", 3)[1]))
                .toList();

        assertThat(heads).hasSize(12).isSorted();
    }

    @Test
    void findings_beyondTheFirstFive_foldWithAHint() {
        Report report = ReportGenerator.seeded(1).controls(1).findings(100).report();
        long failing = Counts.of(report.findings()).of(Verdict.FAIL);

        String table = print(report, 100, false);

        assertThat(table).contains("... and " + (failing - 5) + " more; --all shows them");
        assertThat(table.split("container app says what it should not", -1)).hasSize(6);
    }

    @Test
    void findings_withAll_areAllThere() {
        Report report = ReportGenerator.seeded(1).controls(1).findings(100).report();
        int failing = (int) Counts.of(report.findings()).of(Verdict.FAIL);

        String table = print(report, 100, true);

        assertThat(table.split("container app says what it should not", -1)).hasSize(failing + 1);
        assertThat(table).doesNotContain("... and");
    }

    @Test
    void remedy_ofAControl_isSaidOnce() {
        String table = print(ReportGenerator.seeded(1).controls(1).findings(100).report(), 100, true);

        assertThat(table.split("Remedy: ", -1)).hasSize(2);
    }

    @Test
    void findings_comparedWithABaseline_showWhatIsNew() {
        Report report = ReportGenerator.full(5, 80);

        assertThat(print(report, 100, false))
                .contains("  new\n")
                .contains(" unchanged")
                .contains("Resolved  ");
    }

    @Test
    void excerpt_ofAFinding_isUnderlined() {
        String table = print(ReportGenerator.seeded(1).controls(1).findings(40).report(), 100, true);

        assertThat(table).contains("| privileged: true # ").contains("| ^^^^^^^^^^^^^^^^");
    }

    @Test
    void summary_atTheEnd_closesWithTheResult() {
        assertThat(print(ReportGenerator.full(2, 30), 100, false)
                        .lines()
                        .toList()
                        .getLast())
                .isEqualTo("  result      3 findings at or above high; mend them, or raise --fail-on");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100, 200})
    void lines_ofATable_fitTheTerminal(int width) {
        assertThat(print(ReportGenerator.full(3, 200), width, true).lines())
                .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(width));
    }

    @Test
    void lines_ofATable_endInNoBlank() {
        assertThat(print(ReportGenerator.full(3, 200), 80, false).lines()).noneMatch(line -> line.endsWith(" "));
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void anyFormat_ofFindingsOnDisk_isThatOfFindingsInMemory(String format) throws IOException {
        Report held = ReportGenerator.full(9, 300);
        try (SortedStore<Finding> store = new SortedStore<>(FindingOrder.INSTANCE, RecordCodecs.FINDING, 20)) {
            List<Finding> shuffled = new ArrayList<>();
            held.findings().forEach(shuffled::addFirst);
            shuffled.forEach(store::add);
            Report stored = new Report(
                    held.toolVersion(),
                    held.target(),
                    held.timestamp(),
                    held.diagnostics(),
                    held.controls(),
                    store,
                    held.passes(),
                    held.frameworks(),
                    held.exceptions(),
                    held.changes(),
                    held.summary(),
                    held.verdict());

            assertThat(Prints.json("json", stored).get("findings").size()).isEqualTo(300);
            assertThat(Prints.of(format, stored).length())
                    .isEqualTo(Prints.of(format, held).length());
        }
    }
}
