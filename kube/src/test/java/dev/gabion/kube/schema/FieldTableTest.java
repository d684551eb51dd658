package dev.gabion.kube.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed field table is what the generator makes of the API server's OpenAPI document. */
class FieldTableTest {
    private static final Path SCHEMA = Path.of("src/main/schema");

    /** Rewrites the table where {@code GABION_WRITE} is set. */
    @Test
    void table_isGeneratedFromOpenApi() throws Exception {
        Path openApi = TestData.file("openapi-v1.36.json.xz");
        Process xz = new ProcessBuilder("xz", "-dc", openApi.toString()).start();
        byte[] json = xz.getInputStream().readAllBytes();
        String table = new FieldTable(json, supplement()).render("v1.36");
        Path committed = SCHEMA.resolve("fields-v1.36.txt");
        if (System.getenv("GABION_WRITE") != null) {
            Files.writeString(committed, table);
        }
        assertThat(Files.readString(committed)).isEqualTo(table);
    }

    @Test
    void table_knowsTypesDefaultsAndDemands() throws IOException {
        Schema schema = Schema.load(SCHEMA.resolve("fields-v1.36.txt"));

        assertThat(schema.version()).isEqualTo("v1.36");
        assertThat(schema.knows("v1", "Pod")).isTrue();
        assertThat(schema.knows("extensions/v1beta1", "Deployment")).isTrue();
        assertThat(schema.knows("example.org/v1", "Deployment")).isFalse();
        ObjectType container = schema.type("core.v1.Container");
        assertThat(container.field("imagePullPolicy"))
                .returns(FieldType.Scalar.STRING, Field::type)
                .returns("@imagePullPolicy", Field::preset);
        assertThat(container.field("name")).returns(true, Field::required);
        assertThat(schema.type("core.v1.PodSpec").field("containers"))
                .returns(new FieldType.ListOf(new FieldType.Struct("core.v1.Container")), Field::type);
    }

    @Test
    void everyComputedDefault_isKnown() throws IOException {
        for (String line : Files.readAllLines(SCHEMA.resolve("supplement.txt"))) {
            int rule = line.indexOf(" = @");
            if (rule > 0 && !line.startsWith("#")) {
                // throws where the rule is unknown
                var _ = Defaults.value(line.substring(rule + 3), dev.gabion.kube.tree.MapNode.EMPTY);
            }
        }
    }

    private static String supplement() throws IOException {
        return Files.readString(SCHEMA.resolve("supplement.txt"));
    }
}
