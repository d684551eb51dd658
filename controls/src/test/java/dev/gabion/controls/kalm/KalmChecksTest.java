package dev.gabion.controls.kalm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.controls.catalogue.Catalogue;
import dev.gabion.controls.check.JavaChecks;
import dev.gabion.controls.compile.CatalogueCompiler;
import dev.gabion.controls.compile.ControlCompiler;
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
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The check ids of the KALM catalogue, each with manifests of our own in {@code src/test/kalm}. Which control answers which
 * id stands in {@code docs/kalm-checks.csv}. Source: scanning specification, section 13.4.
 */
class KalmChecksTest {
    private static final Path CSV = Path.of("../docs/kalm-checks.csv");

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
    List<DynamicTest> everyVariant_alertsOrPasses() throws IOException {
        return cases().stream()
                .map(c -> DynamicTest.dynamicTest(c.string("check"), () -> run(c)))
                .toList();
    }

    @Test
    void listOfChecks_saysWhatTheManifestsShow() throws IOException {
        Map<String, Integer> variants = new TreeMap<>();
        Map<String, TreeSet<String>> controls = new TreeMap<>();
        for (MapNode test : cases()) {
            String check =
                    test.string("check").substring(0, test.string("check").lastIndexOf('-'));
            variants.merge(check, 1, Integer::sum);
            controls.computeIfAbsent(check, k -> new TreeSet<>()).addAll(texts(test.list("controls")));
        }
        List<String> lines = Files.readAllLines(CSV);
        assertThat(lines.getFirst()).isEqualTo("check,variants,controls");
        List<String> expected = variants.keySet().stream()
                .map(c -> c + "," + variants.get(c) + "," + String.join(" ", controls.get(c)))
                .toList();
        assertThat(lines.subList(1, lines.size())).containsAll(expected);
    }

    private static List<MapNode> cases() throws IOException {
        List<MapNode> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/kalm"))) {
            for (Path file : files.sorted().toList()) {
                MapNode root = (MapNode) DocumentParser.tree(Files.readAllBytes(file), Chunk.Syntax.YAML);
                root.list("cases").forEach(c -> all.add((MapNode) c));
            }
        }
        return all;
    }

    private void run(MapNode test) throws IOException {
        StringBuilder objects = new StringBuilder();
        for (Node object : test.list("objects")) {
            objects.append("---\n").append(JsonText.of(object)).append('\n');
        }
        List<String> controls = texts(test.list("controls"));
        Path input = Files.writeString(directory.resolve(test.string("check") + ".yaml"), objects);
        Selection selection = new Selection(List.of(), controls, List.of(), null, PolicyVersion.NEWEST, Map.of());
        ScanOptions options = new ScanOptions(ScanOptions.DEFAULT.limits(), null, 1, 10_000_000_000L, false, 100_000);
        Scanner scanner = new Scanner(
                selection.of(catalogue), JavaChecks::of, schema, options, ExceptionRules.NONE, (documents, read) -> {});
        List<String> paths = new ArrayList<>();
        try (ScanResult result = scanner.scan(List.of(new InputFile(input, "case.yaml", true, false)))) {
            for (Finding finding : result.findings()) {
                assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.FAIL);
                paths.add(finding.path());
            }
        }
        if (test.string("expect").equals("alert")) {
            assertThat(paths).contains(test.string("path"));
        } else {
            assertThat(paths).isEmpty();
        }
    }

    private static List<String> texts(ListNode list) {
        List<String> all = new ArrayList<>();
        list.forEach(n -> all.add((String) ((ScalarNode) n).value()));
        return all;
    }
}
