package dev.gabion.controls.framework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.controls.catalogue.Catalogue;
import dev.gabion.controls.compile.CatalogueCompiler;
import dev.gabion.controls.compile.ControlCompiler;
import dev.gabion.finding.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Of two checks of Pod Security that say the same, the stricter reports, unless it is not part of the run. */
class TwinSelectionTest {
    private static final String BASELINE = "GBN-POD-048";
    private static final String RESTRICTED = "GBN-POD-047";

    private static Catalogue catalogue;

    @BeforeAll
    static void compile() throws Exception {
        catalogue = new Catalogue(new CatalogueCompiler(true)
                .compile("src/main/catalogue/pod").stream()
                        .map(ControlCompiler.Compiled::control)
                        .toList());
    }

    @Test
    void withoutFramework_stricterTwinReports() {
        assertThat(chosen(List.of(), List.of(), "latest", null))
                .contains(RESTRICTED)
                .doesNotContain(BASELINE);
    }

    @Test
    void beforeTheStricterTwinExists_theOtherReports() {
        assertThat(chosen(List.of(), List.of(), "v1.34", null))
                .contains(BASELINE)
                .doesNotContain(RESTRICTED);
    }

    @Test
    void stricterTwinSkipped_theOtherReports() {
        assertThat(chosen(List.of(), List.of(RESTRICTED), "latest", null)).contains(BASELINE);
    }

    @Test
    void frameworkOfALevel_decidesWhichTwinRuns() throws Exception {
        Framework baseline = FrameworkFile.read(Path.of("src/main/frameworks/pss-baseline.yaml"));
        Framework restricted = FrameworkFile.read(Path.of("src/main/frameworks/pss-restricted.yaml"));
        assertThat(chosen(List.of(baseline), List.of(), "latest", null))
                .contains(BASELINE)
                .doesNotContain(RESTRICTED);
        assertThat(chosen(List.of(restricted), List.of(), "latest", null))
                .contains(RESTRICTED)
                .doesNotContain(BASELINE);
        assertThat(chosen(List.of(restricted), List.of(), "v1.34", null))
                .contains(BASELINE)
                .doesNotContain(RESTRICTED);
    }

    @Test
    void minimumSeverityAboveBoth_choosesNeither() {
        assertThat(chosen(List.of(), List.of(), "latest", Severity.CRITICAL)).doesNotContain(RESTRICTED, BASELINE);
    }

    private static List<String> chosen(
            List<Framework> frameworks, List<String> skip, String version, @Nullable Severity minimum) {
        Selection selection =
                new Selection(frameworks, List.of(), skip, minimum, PolicyVersion.parse(version), Map.of());
        return selection.of(catalogue).stream().map(a -> a.control().id()).toList();
    }
}
