package dev.gabion.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.report.generate.ReportGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The keys of the contract in its order; what is additional comes between or behind. */
final class JsonPrinterTest {
    private static final JsonNode JSON = Prints.json("json", ReportGenerator.full(1, 100));

    private static List<String> keys(JsonNode node, List<String> wanted) {
        return node.propertyNames().stream().filter(wanted::contains).toList();
    }

    private static void assertOrder(JsonNode node, String contract) {
        List<String> wanted = List.of(contract.split(" ", -1));
        assertThat(keys(node, wanted)).isEqualTo(wanted);
    }

    @Test
    void report_keys_comeInTheContractsOrder() {
        assertOrder(JSON, "schemaVersion tool target diagnostics controls findings passes frameworks summary");
        assertOrder(JSON.get("target"), "kind name kubernetesVersion");
        assertOrder(JSON.get("diagnostics").get(0), "level code file line column message remedy");
        assertOrder(JSON.get("controls").get(0), "id title severity rationale remedy docs mappings");
        assertOrder(JSON.get("controls").get(0).get("mappings"), "nsa cis pss psa mitre rbac");
        assertOrder(JSON.get("passes").get(0), "control object file document");
        assertOrder(JSON.get("frameworks").get(0), "id version score requirements");
        assertOrder(JSON.get("frameworks").get(0).get("requirements").get(0), "id verdict findings why");
    }

    @Test
    void finding_keys_comeInTheContractsOrder() {
        assertOrder(
                JSON.get("findings").get(0),
                "fingerprint control verdict severity message why object container path file document line column "
                        + "endLine missing value expected fix baseline exception provenance");
        assertOrder(JSON.get("findings").get(0).get("object"), "apiVersion kind namespace name");
    }

    @Test
    void summary_keys_comeInTheContractsOrder() {
        JsonNode summary = JSON.get("summary");
        assertOrder(
                summary,
                "objects controls verdicts findings severities coverage coverageDetail score scoreWithoutExceptions");
        assertOrder(summary.get("verdicts"), "pass fail undecided notApplicable excepted");
        assertOrder(summary.get("severities"), "critical high medium low info");
    }

    @Test
    void timestamp_nobodyAskedFor_isNotThere() {
        assertThat(JSON.has("timestamp")).isFalse();
        assertThat(Prints.json(
                                "json",
                                ReportGenerator.seeded(1)
                                        .at("2026-11-21T10:00:00Z")
                                        .report())
                        .get("timestamp")
                        .asString())
                .isEqualTo("2026-11-21T10:00:00Z");
    }

    @Test
    void score_ofTheSummary_isCutAndNotRounded() {
        assertThat(JSON.get("summary").get("score").asDouble()).isEqualTo(71.2);
        assertThat(Figures.share(0.99999)).isEqualTo(0.9999);
        assertThat(Figures.share(1)).isEqualTo(1);
        assertThat(Figures.share(0.29)).isEqualTo(0.29);
        assertThat(Figures.percent(0.9999)).isEqualTo("99.9 %");
        assertThat(Figures.scoreText(null)).isEqualTo("none");
    }

    @Test
    void file_ofAnObjectWithoutOne_isNull() {
        assertThat(JSON.get("findings"))
                .anySatisfy(f -> assertThat(f.get("file").isNull()).isTrue())
                .allSatisfy(f -> assertThat(f.get("file").isNull()
                                || !f.get("file").asString().isEmpty())
                        .isTrue());
    }
}
