package dev.gabion.controls.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.controls.check.JavaChecks;
import dev.gabion.controls.compile.CatalogueCompiler;
import dev.gabion.controls.compile.ControlCompiler;
import dev.gabion.controls.compile.ExampleRunner;
import dev.gabion.kube.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every control of the catalogue compiles, and its examples say what they claim. */
class CatalogueTest {
    static final Path SCHEMA = Path.of("../kube/src/main/schema/fields-v1.36.txt");

    private static List<ControlCompiler.Compiled> catalogue;
    private static ExampleRunner runner;

    @BeforeAll
    static void compile() throws Exception {
        catalogue = new CatalogueCompiler(true).compile("src/main/catalogue");
        runner = new ExampleRunner(Schema.load(SCHEMA), JavaChecks::of);
    }

    @TestFactory
    List<DynamicTest> examples_agreeWithTheirControl() {
        return catalogue.stream()
                .map(c -> DynamicTest.dynamicTest(
                        c.control().id(), () -> assertThat(runner.run(c)).isEmpty()))
                .toList();
    }
}
