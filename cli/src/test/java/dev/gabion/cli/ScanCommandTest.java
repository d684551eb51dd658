package dev.gabion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit codes and their precedence, thresholds, configuration, and the files a scan reads and writes. */
class ScanCommandTest {
    private static final String PRIVILEGED = """
            apiVersion: v1
            kind: Pod
            metadata: {name: p, namespace: shop}
            spec:
              containers:
              - name: c
                image: example.org/c:1
                securityContext: {privileged: true}
            """;
    private static final String CALM = PRIVILEGED.replace("privileged: true", "privileged: false");

    @TempDir
    Path directory;

    private Path file(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Scans with the one control these tests are about. */
    private TestHome.Run scan(String... more) {
        String[] words = new String[more.length + 5];
        words[0] = "scan";
        words[1] = "--control";
        words[2] = "GBN-POD-001";
        words[3] = "-o";
        words[4] = "json";
        System.arraycopy(more, 0, words, 5, more.length);
        return TestHome.run(words);
    }

    @Test
    void aFindingAtTheThreshold_isExitOne() throws Exception {
        TestHome.Run run = scan(file("a.yaml", PRIVILEGED).toString());
        assertThat(run.code()).isEqualTo(ExitCode.POLICY);
        assertThat(run.lastError()).startsWith("gabion: failed: 1 finding of severity high or worse;");
    }

    @Test
    void nothingAtTheThreshold_isExitZero() throws Exception {
        assertThat(scan(file("a.yaml", CALM).toString()).code()).isZero();
        assertThat(scan("--fail-on", "none", file("b.yaml", PRIVILEGED).toString())
                        .code())
                .isZero();
        assertThat(scan("--max", "1", directory.resolve("b.yaml").toString()).code())
                .isZero();
    }

    @Test
    void anInputThatHoldsNoObject_saysSoAndPasses() throws Exception {
        TestHome.Run run = scan(file("empty.yaml", "").toString());
        assertThat(run.code()).isZero();
        assertThat(run.lastError()).contains("nothing was judged");
        assertThat(run.out()).contains("\"score\":null");
    }

    @Test
    void aNamedFileThatCannotBeRead_isExitThreeBeforeOne() throws Exception {
        Path broken = file("broken.yaml", "a: b: c\n");
        TestHome.Run run = scan(file("a.yaml", PRIVILEGED).toString(), broken.toString());
        assertThat(run.code()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.out()).contains("\"code\":\"yamlSyntax\"").contains("\"findings\":1");
    }

    @Test
    void aFileMetWhileWalking_costsOnlyCoverageUnlessStrict() throws Exception {
        file("d/a.yaml", CALM);
        file("d/broken.yaml", "a: b: c\n");
        String path = directory.resolve("d").toString();
        assertThat(scan(path).code()).isZero();
        assertThat(scan("--strict", path).code()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(scan("--min-coverage", "0.9", path).code()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(scan("--min-coverage", "40%", path).code()).isZero();
    }

    @Test
    void aMissingPath_isExitTwoBeforeEverything() throws Exception {
        TestHome.Run run = scan(
                file("a.yaml", PRIVILEGED).toString(), directory.resolve("nope").toString());
        assertThat(run.code()).isEqualTo(ExitCode.ERROR);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100, 1", "0, 0"})
    void aScoreBelowTheMinimum_isExitOne(String minimum, int code) throws Exception {
        Path file = file("a.yaml", PRIVILEGED);
        assertThat(scan("--fail-on", "none", "--min-score", minimum, file.toString())
                        .code())
                .isEqualTo(code);
    }

    @Test
    void reports_goToFilesWholeOrNotAtAll() throws Exception {
        Path input = file("a.yaml", PRIVILEGED);
        Path report = directory.resolve("out/report.json");
        Files.createDirectories(report.getParent());
        TestHome.run("scan", "-o", "json=" + report, input.toString());
        assertThat(report).content().startsWith("{\"schemaVersion\":1");
        try (var files = Files.list(report.getParent())) {
            assertThat(files).containsExactly(report);
        }
        TestHome.Run run = TestHome.run("scan", "-o", "json=" + directory.resolve("no/such/x.json"), input.toString());
        assertThat(run.code()).isEqualTo(ExitCode.ERROR);
        assertThat(run.lastError()).contains("cannot write");
    }

    @Test
    void twoReportsForStandardOutput_areRefused() throws Exception {
        assertThat(TestHome.run("scan", "-o", "json", "-o", "table", ".").lastError())
                .contains("two reports for standard output");
    }

    @Test
    void aBaseline_lettsOldFindingsPass() throws Exception {
        Path input = file("d/a.yaml", PRIVILEGED);
        Path baseline = directory.resolve("baseline.json");
        scan("--write-baseline", baseline.toString(), input.toString());
        TestHome.Run same = scan("--baseline", baseline.toString(), "--fail-on-new", input.toString());
        assertThat(same.code()).isZero();
        assertThat(same.out()).contains("\"baseline\":\"unchanged\"");
        Path more = file("d/b.yaml", PRIVILEGED.replace("name: p", "name: q"));
        TestHome.Run grown =
                scan("--baseline", baseline.toString(), "--fail-on-new", input.toString(), more.toString());
        assertThat(grown.code()).isEqualTo(ExitCode.POLICY);
        assertThat(grown.lastError()).contains("1 new finding");
    }

    @Test
    void aConfigurationAboveTheFirstPath_givesOptionsAndIsReported() throws Exception {
        file("repo/.git/x", "");
        file("repo/.gabion.yaml", "fail-on: none\n");
        Path input = file("repo/k8s/a.yaml", PRIVILEGED);
        TestHome.Run run = scan(input.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\"code\":\"configuration\"").contains("options taken from it: fail-on");
        assertThat(scan("--no-config", input.toString()).code()).isEqualTo(ExitCode.POLICY);
        assertThat(scan("--fail-on", "high", input.toString()).code()).isEqualTo(ExitCode.POLICY);
    }

    @ParameterizedTest
    @CsvSource({"output: json=/tmp/x", "controls: [evil]", "write-baseline: x"})
    void aConfigurationInTheTree_cannotChooseWhatIsWrittenOrLoaded(String line) throws Exception {
        file("repo/.gabion.yaml", line + "\n");
        TestHome.Run run = scan(file("repo/a.yaml", CALM).toString());
        assertThat(run.code()).isEqualTo(ExitCode.ERROR);
        assertThat(run.lastError()).contains("may only be given on the command line");
    }

    @Test
    void anExceptionFile_isCountedOnStandardError() throws Exception {
        Path exceptions = file("ex.yaml", """
                apiVersion: gabion.io/v1alpha1
                kind: ExceptionList
                exceptions:
                - {id: E, controls: [GBN-POD-001], reason: r, expires: 2999-01-01, match: {names: [p]}}
                - {id: F, controls: [GBN-POD-001], reason: r, expires: 2999-01-01, match: {names: [nobody]}}
                """);
        TestHome.Run run = scan(
                "--exceptions",
                exceptions.toString(),
                file("a.yaml", PRIVILEGED).toString());
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("2 exceptions loaded, 1 used").contains("exception F is unused");
        assertThat(run.out()).contains("\"verdict\":\"excepted\"").contains("\"exception\":\"E\"");
    }

    @Test
    void ownControls_joinTheCatalogueAndAreHeldToTheirExamples() throws Exception {
        String control = """
                apiVersion: gabion.io/v1alpha1
                kind: Control
                id: shop-team-label
                title: Workloads must name their team
                severity: high
                scope: object
                match: [{apiGroups: [""], kinds: [Pod]}]
                check: "has(object.metadata.labels) && 'team' in object.metadata.labels"
                field: metadata.labels
                message: "the pod names no team"
                examples:
                  pass: [{object: {kind: Pod, metadata: {labels: {team: a}}}}]
                  fail: [{object: {kind: Pod}}]
                """;
        Path own = file("own/team.yaml", control).getParent();
        TestHome.Run run = TestHome.run(
                "scan",
                "--controls",
                own.toString(),
                "--control",
                "shop-*",
                "-o",
                "json",
                file("a.yaml", CALM).toString());
        assertThat(run.code()).isEqualTo(ExitCode.POLICY);
        assertThat(run.out()).contains("\"message\":\"the pod names no team\"");
        assertThat(TestHome.run("controls", "test", own.toString()).out())
                .isEqualTo("1 control agrees with its examples\n");
        file("own/team.yaml", control.replace("'team' in", "'teem' in"));
        TestHome.Run wrong = TestHome.run("controls", "test", own.toString());
        assertThat(wrong.code()).isEqualTo(ExitCode.POLICY);
        assertThat(wrong.out()).contains("team.yaml:12:10: example should pass");
    }

    @Test
    void aBrokenControlOfOnesOwn_isToldByLineAndColumn() throws Exception {
        Path own = file("own/c.yaml", """
                apiVersion: gabion.io/v1alpha1
                kind: Control
                id: mine
                title: T
                severity: low
                scope: pod
                check: "pod.hostPID ="
                field: hostPID
                message: m
                examples: {pass: [{pod: {}}], fail: [{pod: {hostPID: true}}]}
                """);
        TestHome.Run run = TestHome.run(
                "scan", "--controls", own.toString(), file("a.yaml", CALM).toString());
        assertThat(run.code()).isEqualTo(ExitCode.ERROR);
        assertThat(run.err()).contains("c.yaml:7:");
    }
}
