package dev.gabion.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.finding.Diagnostic;
import dev.gabion.finding.Finding;
import dev.gabion.finding.Report;
import dev.gabion.finding.Verdict;
import dev.gabion.report.generate.ReportGenerator;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class SarifPrinterTest {
    private static final Report REPORT = ReportGenerator.full(3, 200);
    private static final JsonNode RUN = Prints.json("sarif", REPORT).get("runs").get(0);

    @ParameterizedTest
    @CsvSource({
        "k8s/a.yaml, k8s/a.yaml, true",
        "./k8s/a b.yaml, k8s/a%20b.yaml, true",
        "日.yaml, %E6%97%A5.yaml, true",
        "a:b#c?.yaml, a%3Ab%23c%3F.yaml, true",
        "/abs/a.yaml, file:///abs/a.yaml, false",
        "C:/abs/a.yaml, file:///C%3A/abs/a.yaml, false",
        "<stdin>, %3Cstdin%3E, false",
    })
    void file_ofAnyName_hasAnAddress(String file, String uri, boolean relative) {
        assertThat(SarifText.uri(file)).isEqualTo(uri);
        assertThat(SarifText.isRelative(file)).isEqualTo(relative);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "plain {text}, [brackets]~plain {text}, [brackets]",
                "[a](b)~\\[a\\](b)",
                "{0} of {1}~{{0}} of {{1}}",
            })
    void message_ofAnyText_hasNoLinkAndNoPlaceholder(String text, String message) {
        assertThat(SarifText.message(text)).isEqualTo(message);
    }

    @Test
    void root_ofTheSources_hasNoAddress() {
        assertThat(RUN.get("originalUriBaseIds").get("SRCROOT").has("uri")).isFalse();
        assertThat(RUN.get("columnKind").asString()).isEqualTo("unicodeCodePoints");
    }

    @Test
    void result_ofEachVerdict_saysItInTheStandardsWords() {
        Iterator<JsonNode> results = RUN.get("results").iterator();
        for (Finding finding : REPORT.findings()) {
            JsonNode result = results.next();
            boolean undecided = finding.verdict() == Verdict.UNDECIDED;
            assertThat(result.get("level").asString().equals("none")).isEqualTo(undecided);
            assertThat(result.get("kind").asString().equals("fail")).isEqualTo(!undecided);
            assertThat(result.has("suppressions")).isEqualTo(finding.verdict() == Verdict.EXCEPTED);
            assertThat(result.get("partialFingerprints").get("gabion/v1").asString())
                    .isEqualTo(finding.fingerprint());
            assertThat(result.has("baselineState")).isEqualTo(finding.baseline() != null);
            if (undecided) {
                assertThat(result.get("kind").asString()).isIn("open", "review");
                assertThat(result.get("message").get("text").asString())
                        .contains(finding.why().toString());
            }
        }
    }

    @Test
    void result_withoutAFile_hasALogicalLocationOnly() {
        Iterator<JsonNode> results = RUN.get("results").iterator();
        for (Finding finding : REPORT.findings()) {
            JsonNode location = results.next().get("locations").get(0);
            assertThat(location.has("physicalLocation"))
                    .isEqualTo(!finding.place().file().isEmpty());
            assertThat(location.get("logicalLocations")
                            .get(0)
                            .get("fullyQualifiedName")
                            .asString())
                    .startsWith(finding.object().apiVersion() + "/"
                            + finding.object().kind());
        }
    }

    @Test
    void diagnostics_ofTheRun_areItsNotifications() {
        JsonNode invocation = RUN.get("invocations").get(0);

        assertThat(invocation.get("toolExecutionNotifications"))
                .hasSize(REPORT.diagnostics().size());
        assertThat(invocation.get("executionSuccessful").asBoolean())
                .isEqualTo(REPORT.diagnostics().stream().noneMatch(Diagnostic::isError));
        assertThat(Prints.json("sarif", ReportGenerator.empty())
                        .at("/runs/0/invocations/0/executionSuccessful")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void rule_ofAControl_carriesHelpAndItsBand() {
        for (JsonNode rule : RUN.get("tool").get("driver").get("rules")) {
            assertThat(rule.get("help").get("markdown").asString()).contains("**Remedy:**");
            double band = Double.parseDouble(
                    rule.get("properties").get("security-severity").asString());
            switch (rule.get("properties").get("severity").asString()) {
                case "critical" -> assertThat(band).isBetween(9.0, 10.0);
                case "high" -> assertThat(band).isBetween(7.0, 8.9);
                case "medium" -> assertThat(band).isBetween(4.0, 6.9);
                default -> assertThat(band).isLessThan(4);
            }
        }
    }
}
