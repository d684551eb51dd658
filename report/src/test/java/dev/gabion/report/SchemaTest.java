package dev.gabion.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gabion.finding.Report;
import dev.gabion.report.generate.HostileTexts;
import dev.gabion.report.generate.ReportGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class SchemaTest {
    static Stream<Report> reports() {
        return Stream.of(
                ReportGenerator.empty(),
                ReportGenerator.onlyDiagnostics(),
                ReportGenerator.seeded(1).at("2026-11-21T10:00:00Z").report(),
                ReportGenerator.full(2, 200),
                ReportGenerator.seeded(3)
                        .saying(HostileTexts.ALL)
                        .findings(300)
                        .withPasses()
                        .withFrameworks()
                        .withExceptions()
                        .withBaseline()
                        .report());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void json_ofAnyReport_fitsTheShippedSchema(Report report) throws IOException {
        assertThat(own(Files.readString(Path.of("src/main/schema/report.schema.json")))
                        .validate(Prints.of("json", report), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void json_ofAnyReport_hasNoPropertyTheSchemaLeavesOut(Report report) throws IOException {
        JsonNode schema = Prints.read(Files.readString(Path.of("src/main/schema/report.schema.json")));
        close(schema);

        assertThat(own(schema.toString()).validate(Prints.of("json", report), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void jsonl_everyLine_isAFindingOfTheShippedSchema() throws IOException {
        Report report = ReportGenerator.full(4, 50);
        ObjectNode schema = (ObjectNode) Prints.read(Files.readString(Path.of("src/main/schema/report.schema.json")));
        schema.remove(List.of("type", "required", "properties"));
        schema.put("$ref", "#/$defs/finding");

        List<String> lines = Prints.of("jsonl", report).lines().toList();

        assertThat(lines)
                .hasSize(50)
                .allSatisfy(line -> assertThat(own(schema.toString()).validate(line, InputFormat.JSON))
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void sarif_ofAnyReport_fitsTheStandardsSchema(Report report) throws IOException {
        try (InputStream in = SchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text, InputFormat.JSON);

            assertThat(schema.validate(Prints.of("sarif", report), InputFormat.JSON))
                    .isEmpty();
        }
    }

    private static Schema own(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    /** Forbids what is not named. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.get("properties") instanceof ObjectNode) {
            object.put("additionalProperties", false);
        }
        node.forEach(SchemaTest::close);
    }
}
