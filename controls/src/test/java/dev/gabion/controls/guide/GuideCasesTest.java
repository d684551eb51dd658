package dev.gabion.controls.guide;

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
import dev.gabion.kube.tree.ScalarNode;
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
 * Cases other tools get wrong, one file each in {@code src/test/guide}: objects, and what must be said of them.
 *
 * <p>An expectation names a {@code requirement} or a {@code control}, a {@code verdict}, and optionally the {@code path}
 * of every finding, a {@code message} one of them contains, and a number of {@code findings}. {@code text} in place of
 * {@code objects} is read as it stands; {@code diagnostic} names one the reader must give. A requirement fails if a control mapped to it fails, is undecided if one is undecided, and passes if one
 * passes. Source: hardening guide, section 5.
 */
class GuideCasesTest {
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
    List<DynamicTest> cases_areJudgedAsTheGuideDemands() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/guide"))) {
            return files.sorted()
                    .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> run(f)))
                    .toList();
        }
    }

    private void run(Path file) throws IOException {
        MapNode test =
                (MapNode) Objects.requireNonNull(DocumentParser.tree(Files.readAllBytes(file), Chunk.Syntax.YAML));
        StringBuilder objects = new StringBuilder();
        objects.append(test.has("text") ? test.string("text") : "");
        for (Node object : test.list("objects")) {
            objects.append("---\n").append(JsonText.of(object)).append('\n');
        }
        Path input = Files.writeString(directory.resolve(file.getFileName()), objects);
        String version = test.string("pssVersion") == null ? "latest" : test.string("pssVersion");
        Selection selection =
                new Selection(List.of(), List.of("GBN-*"), List.of(), null, PolicyVersion.parse(version), Map.of());
        List<ActiveControl> active = selection.of(catalogue);
        ScanOptions options = new ScanOptions(ScanOptions.DEFAULT.limits(), null, 1, 10_000_000_000L, true, 100_000);
        Scanner scanner =
                new Scanner(active, JavaChecks::of, schema, options, ExceptionRules.NONE, (documents, read) -> {});
        try (ScanResult result = scanner.scan(List.of(new InputFile(input, "case.yaml", true, false)))) {
            for (Node expectation : test.list("expect")) {
                check((MapNode) expectation, result);
            }
        }
    }

    private void check(MapNode expectation, ScanResult result) {
        if (expectation.has("diagnostic")) {
            assertThat(result.diagnostics()).extracting(d -> d.code()).contains(expectation.string("diagnostic"));
            return;
        }
        String requirement = expectation.string("requirement");
        String control = expectation.string("control");
        List<String> controls = requirement == null ? List.of(control) : mapped(requirement);
        assertThat(controls).as("controls mapped to " + requirement).isNotEmpty();
        assertThat(verdict(controls, result)).as(expectation.toString()).isEqualTo(expectation.string("verdict"));
        List<Finding> failing = failing(controls, result);
        if (expectation.has("path")) {
            assertThat(failing)
                    .as(expectation.toString())
                    .extracting(Finding::path)
                    .containsOnly(expectation.string("path"));
        }
        if (expectation.has("message")) {
            assertThat(failing)
                    .as(expectation.toString())
                    .anyMatch(f -> f.message().contains(String.valueOf(expectation.string("message"))));
        }
        if (expectation.get("findings") instanceof ScalarNode count) {
            assertThat((long) failing.size()).as(expectation.toString()).isEqualTo(count.value());
        }
    }

    private static List<Finding> failing(List<String> controls, ScanResult result) {
        List<Finding> failing = new ArrayList<>();
        for (Finding finding : result.findings()) {
            if (controls.contains(finding.control()) && finding.verdict() == Verdict.FAIL) {
                failing.add(finding);
            }
        }
        return failing;
    }

    private static List<String> mapped(String requirement) {
        return catalogue.controls().stream()
                .filter(c -> c.description().mappings().nsa().contains(requirement))
                .map(c -> c.id())
                .toList();
    }

    private static String verdict(List<String> controls, ScanResult result) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (String id : controls) {
            var tally = result.tallies().get(id);
            if (tally == null) {
                continue;
            }
            if (tally.of(Verdict.FAIL) > 0) {
                return Verdict.FAIL.word();
            }
            if (tally.of(Verdict.UNDECIDED) > 0) {
                verdict = Verdict.UNDECIDED;
            } else if (tally.of(Verdict.PASS) > 0 && verdict == Verdict.NOT_APPLICABLE) {
                verdict = Verdict.PASS;
            }
        }
        return verdict.word();
    }
}
