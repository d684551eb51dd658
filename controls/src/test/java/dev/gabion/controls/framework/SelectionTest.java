package dev.gabion.controls.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gabion.controls.catalogue.Catalogue;
import dev.gabion.controls.scan.ScanFixture;
import dev.gabion.finding.Severity;
import dev.gabion.kube.tree.MapNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    @TempDir
    Path directory;

    private Catalogue catalogue;

    @BeforeEach
    void controls() throws Exception {
        String body = "scope: pod\ncheck: 'true'\nfield: '.'\n";
        catalogue = new ScanFixture(directory)
                .control("plain", body + "params: {limit: {type: integer, default: 3}}\n")
                .control("quiet", body + "enabled: false\n")
                .control(
                        "weak",
                        body + "pss: {check: c_baseline, level: baseline, twin: strict, revisions: [{from: v1.0}]}\n")
                .control(
                        "strict",
                        body
                                + "params: {names: {type: array, default: []}}\n"
                                + "pss: {check: c_restricted, level: restricted, revisions: [{from: v1.22}, {from: v1.30, params: {names: [x]}}]}\n")
                .catalogue();
    }

    private List<String> ids(Selection selection) {
        return selection.of(catalogue).stream().map(a -> a.control().id()).toList();
    }

    private static Selection selection(List<String> include, List<String> skip, String version) {
        return new Selection(List.of(), include, skip, null, PolicyVersion.parse(version), Map.of());
    }

    @Test
    void everyControlThatIsOnRuns_ofTwinsTheStricter() {
        assertThat(ids(Selection.ALL)).containsExactly("plain", "strict");
    }

    @Test
    void beforeTheStricterTwinExists_theWeakerRuns() {
        assertThat(ids(selection(List.of(), List.of(), "v1.21"))).containsExactly("plain", "weak");
    }

    @Test
    void namingControls_runsThemEvenIfOffOrTheWeakerTwin() {
        assertThat(ids(selection(List.of("quiet", "we*"), List.of(), "latest"))).containsExactly("quiet", "weak");
        assertThat(ids(selection(List.of("*"), List.of("p?ain", "quiet"), "latest")))
                .containsExactly("weak", "strict");
    }

    @Test
    void aPolicyVersion_bringsItsParameters() {
        var params = selection(List.of("strict"), List.of(), "v1.30")
                .of(catalogue)
                .getFirst()
                .params();
        assertThat(params.list("names").size()).isEqualTo(1);
        params = selection(List.of("strict"), List.of(), "v1.29")
                .of(catalogue)
                .getFirst()
                .params();
        assertThat(params.list("names").size()).isZero();
    }

    @Test
    void aFrameworkOfAPodSecurityLevel_replacesWeakerChecksFromTheirVersionOn() throws Exception {
        Path file = Files.writeString(directory.resolve("f.yaml"), """
                apiVersion: gabion.io/v1alpha1
                kind: Framework
                id: mine
                title: Mine
                version: "1"
                podSecurity: {level: restricted, overrides: [{by: c_restricted, replaces: c_baseline, from: v1.22}]}
                rows: [{id: r, title: R, decidedBy: [weak, strict]}]
                """);
        Framework framework = FrameworkFile.read(file);
        for (var expected :
                Map.of("v1.21", List.of("weak"), "v1.22", List.of("strict")).entrySet()) {
            Selection selection = new Selection(
                    List.of(framework), List.of(), List.of(), null, PolicyVersion.parse(expected.getKey()), Map.of());
            assertThat(ids(selection)).isEqualTo(expected.getValue());
        }
    }

    @Test
    void aFrameworkFileWithAnUnknownKey_isRefused() throws Exception {
        Path file = Files.writeString(
                directory.resolve("f.yaml"), "{kind: Framework, id: a, title: A, version: '1', row: []}");
        assertThatThrownBy(() -> FrameworkFile.read(file)).hasMessageEndingWith("unknown key \"row\"");
    }

    @Test
    void severity_leavesOutWhatIsLessBad() {
        Selection selection =
                new Selection(List.of(), List.of(), List.of(), Severity.CRITICAL, PolicyVersion.NEWEST, Map.of());
        assertThat(ids(selection)).isEmpty();
    }

    @Test
    void parameters_areCheckedAgainstTheControl() {
        assertThat(fault("plain", MapNode.builder().put("limit", (Object) 5L).build()))
                .isNull();
        assertThat(fault("plain", MapNode.builder().put("limit", (Object) "5").build()))
                .contains("not of the type");
        assertThat(fault("plain", MapNode.builder().put("limits", (Object) 5L).build()))
                .contains("no parameter limits");
        assertThat(fault("nobody", MapNode.EMPTY)).contains("no control is called nobody");
    }

    private String fault(String control, MapNode params) {
        return new Selection(List.of(), List.of(), List.of(), null, PolicyVersion.NEWEST, Map.of(control, params))
                .fault(catalogue);
    }

    @ParameterizedTest
    @CsvSource({"v1.0, 0", "v1.25, 25", "latest, 37", "v1.99, 37"})
    void policyVersions_readAsLabelsWriteThem(String text, int minor) {
        assertThat(PolicyVersion.parse(text).minor()).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({"1.25", "v1.25.3", "v1.07", "v2.1", "v1.", "newest"})
    void otherVersions_areRefused(String text) {
        assertThatThrownBy(() -> PolicyVersion.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void latestOnAnOlderCluster_isThatClustersNewestPolicy() {
        assertThat(PolicyVersion.parse("v1.35").atMost(33)).hasToString("v1.33");
        assertThat(PolicyVersion.parse("latest").atMost(40)).hasToString("v1.37");
    }
}
