package dev.gabion.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.finding.Report;
import dev.gabion.finding.Verdict;
import dev.gabion.report.generate.ReportGenerator;
import org.junit.jupiter.api.Test;

final class MarkdownPrinterTest {
    private static long rows(String markdown) {
        return markdown.lines().filter(line -> line.contains("| GBN-POD-")).count();
    }

    @Test
    void findings_beyondTheFirst_areCounted() {
        Report report = ReportGenerator.seeded(1).findings(500).report();
        String markdown = Prints.of("markdown", report);
        long failing = Counts.of(report.findings()).of(Verdict.FAIL);

        assertThat(markdown).startsWith("## Gabion: " + failing + " failing findings\n");
        assertThat(rows(markdown)).isEqualTo(30);
        assertThat(markdown).contains("... and " + (failing - 30) + " more");
    }

    @Test
    void findings_comparedWithABaseline_areTheNewAndTheResolved() {
        Report report = ReportGenerator.full(2, 40);
        Counts counts = Counts.of(report.findings());

        assertThat(Prints.of("markdown", report))
                .contains("### New (" + counts.added() + ")")
                .contains("### Resolved (" + Counts.count(report.changes().resolved()) + ")")
                .doesNotContain("### Failing");
    }

    @Test
    void comment_ofAHugeReport_fits() {
        Report report = ReportGenerator.full(2, 20_000);

        assertThat(Prints.of("markdown", report).length()).isLessThan(65_000);
    }
}
