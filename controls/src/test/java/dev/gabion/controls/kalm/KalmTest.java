package dev.gabion.controls.kalm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.controls.catalogue.Catalogue;
import dev.gabion.controls.check.JavaChecks;
import dev.gabion.controls.compile.CatalogueCompiler;
import dev.gabion.controls.compile.ControlCompiler;
import dev.gabion.controls.engine.ActiveControl;
import dev.gabion.controls.framework.PolicyVersion;
import dev.gabion.controls.framework.Selection;
import dev.gabion.controls.scan.ExceptionRules;
import dev.gabion.controls.scan.ScanOptions;
import dev.gabion.controls.scan.ScanResult;
import dev.gabion.controls.scan.Scanner;
import dev.gabion.finding.Finding;
import dev.gabion.finding.Verdict;
import dev.gabion.kube.read.Chunk;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.kube.read.InputFile;
import dev.gabion.kube.schema.Schema;
import dev.gabion.kube.tree.JsonText;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our own manifests for the checks of the KALM benchmark, one file a check in {@code src/test/kalm} and one entry a
 * variant: {@code alert} means the control fails at the path, {@code pass} that it says nothing. Source: scanning
 * specification, section 13.4.
 */
class KalmTest {
    private static Catalogue catalogue;
    private static Schema schema;

    @TempDir
    Path directory;

    @BeforeAll
    static void compile() throws Exception {
        catalogue = new Catalogue(new CatalogueCompiler(true)
                .compile("src/main/catalogue").stream()
                        .map(ControlCompiler.Compiled::control)
                        .toList());
        schema = Schema.load(Path.of("../kube/src/main/schema/fields-v1.36.txt"));
    }

    @TestFactory
    List<DynamicTest> variants_areAlertedWhereTheyOffend() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/kalm"))) {
            for (Path file : files.sorted().toList()) {
                MapNode check = (MapNode)
                        Objects.requireNonNull(DocumentParser.tree(Files.readAllBytes(file), Chunk.Syntax.YAML));
                for (Node node : check.list("variants")) {
                    MapNode variant = (MapNode) node;
                    String name = check.string("check") + " " + variant.string("name");
                    tests.add(DynamicTest.dynamicTest(name, () -> run(variant)));
                }
            }
        }
        return tests;
    }

    private void run(MapNode variant) throws IOException {
        StringBuilder objects = new StringBuilder();
        for (Node object : variant.list("objects")) {
            objects.append("---\n").append(JsonText.of(object)).append('\n');
        }
        Path input = Files.writeString(directory.resolve("kalm.yaml"), objects);
        String control = String.valueOf(variant.string("control"));
        List<ActiveControl> active = new Selection(
                        List.of(), List.of(control), List.of(), null, PolicyVersion.NEWEST, Map.of())
                .of(catalogue);
        assertThat(active).as(control).hasSize(1);
        ScanOptions options = new ScanOptions(ScanOptions.DEFAULT.limits(), null, 1, 10_000_000_000L, false, 1_000);
        Scanner scanner =
                new Scanner(active, JavaChecks::of, schema, options, ExceptionRules.NONE, (documents, read) -> {});
        List<String> paths = new ArrayList<>();
        try (ScanResult result = scanner.scan(List.of(new InputFile(input, "kalm.yaml", true, false)))) {
            for (Finding finding : result.findings()) {
                assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.FAIL);
                paths.add(finding.path());
            }
        }
        if ("pass".equals(variant.string("expect"))) {
            assertThat(paths).isEmpty();
        } else {
            assertThat(paths).containsExactly(variant.string("path"));
        }
    }
}
