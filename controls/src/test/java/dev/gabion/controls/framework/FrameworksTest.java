package dev.gabion.controls.framework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.controls.catalogue.Control;
import dev.gabion.controls.compile.CatalogueCompiler;
import dev.gabion.controls.compile.ControlCompiler;
import dev.gabion.finding.Mappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The frameworks that are shipped. Which controls decide a row follows from the controls' own mappings; with
 * {@code GABION_WRITE=1} the files are brought up to date, everything else in them kept.
 */
class FrameworksTest {
    private static final Path DIRECTORY = Path.of("src/main/frameworks");
    private static final Map<String, Function<Mappings, List<String>>> MAPPED =
            Map.of("nsa", Mappings::nsa, "cis", Mappings::cis, "mitre", Mappings::mitre);

    private static List<Control> catalogue;

    @TempDir
    Path directory;

    @BeforeAll
    static void compile() throws Exception {
        catalogue = new CatalogueCompiler(true)
                .compile("src/main/catalogue").stream()
                        .map(ControlCompiler.Compiled::control)
                        .toList();
    }

    private static Framework framework(String id) throws IOException {
        return FrameworkFile.read(DIRECTORY.resolve(id + ".yaml"));
    }

    private static List<String> mappedTo(String framework, String row) {
        Function<Mappings, List<String>> mapped = MAPPED.get(framework);
        return catalogue.stream()
                .filter(c -> mapped.apply(c.description().mappings()).contains(row))
                .map(Control::id)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nsa", "cis", "mitre"})
    void rows_areDecidedByTheControlsMappedToThem(String id) throws IOException {
        Path file = DIRECTORY.resolve(id + ".yaml");
        String wanted = upToDate(id, Files.readAllLines(file));
        if (System.getenv("GABION_WRITE") != null) {
            Files.writeString(file, wanted);
        }
        assertThat(Files.readString(file))
                .as(file + " is out of date; run this test with GABION_WRITE=1")
                .isEqualTo(wanted);
    }

    /** The text with a fresh {@code decidedBy} after each row's title or group. */
    private static String upToDate(String framework, List<String> lines) {
        StringBuilder out = new StringBuilder();
        String row = null;
        boolean placed = true;
        for (String line : lines) {
            if (line.startsWith("  decidedBy:")) {
                continue;
            }
            if (!placed && !line.startsWith("  title:") && !line.startsWith("  group:")) {
                out.append(decidedBy(framework, row));
                placed = true;
            }
            if (line.startsWith("- id: ")) {
                row = line.substring("- id: ".length()).replace("\"", "");
                placed = false;
            }
            out.append(line).append('\n');
        }
        return placed ? out.toString() : out + decidedBy(framework, row);
    }

    private static String decidedBy(String framework, String row) {
        List<String> controls = mappedTo(framework, row);
        return controls.isEmpty() ? "" : "  decidedBy: [" + String.join(", ", controls) + "]\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"nsa", "cis", "mitre"})
    void rows_nameControlsThatExist_andNoRowStandsTwice(String id) throws IOException {
        Set<String> known = new HashSet<>();
        catalogue.forEach(c -> known.add(c.id()));
        List<String> ids = new ArrayList<>();
        for (Framework.Row row : framework(id).rows()) {
            assertThat(known).as(row.id()).containsAll(row.decidedBy());
            ids.add(row.id());
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void mappingsOfControls_leadToRows() throws IOException {
        for (String id : List.of("nsa", "mitre")) {
            assertThat(dangling(id, control -> true)).as(id).isEmpty();
        }
        assertThat(dangling("cis", row -> row.startsWith("5.")))
                .as("cis, section 5")
                .isEmpty();
    }

    private static Set<String> dangling(String id, Function<String, Boolean> isCovered) throws IOException {
        Set<String> rows = new HashSet<>();
        framework(id).rows().forEach(r -> rows.add(r.id()));
        Set<String> dangling = new TreeSet<>();
        for (Control control : catalogue) {
            for (String row : MAPPED.get(id).apply(control.description().mappings())) {
                if (isCovered.apply(row) && !rows.contains(row)) {
                    dangling.add(control.id() + " " + row);
                }
            }
        }
        return dangling;
    }

    @Test
    void frameworks_haveTheRowsTheirSourceHas() throws IOException {
        assertThat(framework("nsa").rows()).hasSize(145);
        assertThat(framework("cis").rows()).hasSize(34);
    }

    @Test
    void techniques_standUnderTheirTactic() throws IOException {
        assertThat(framework("mitre").rows())
                .allSatisfy(r -> assertThat(r.group()).isNotEmpty());
        assertThat(framework("nsa").rows())
                .allSatisfy(r -> assertThat(r.group()).isNull());
    }

    @Test
    void rowWithGroup_isRead() throws IOException {
        Path file = Files.writeString(directory.resolve("own.yaml"), """
                kind: Framework
                id: own
                title: Our rules
                version: "1"
                rows:
                - {id: A, title: a, group: First, decidedBy: [X], alsoNeeds: ["node: files"]}
                - {id: B, title: b}
                """);
        List<Framework.Row> rows = FrameworkFile.read(file).rows();
        assertThat(rows.get(0)).isEqualTo(new Framework.Row("A", "a", "First", List.of("X"), List.of("node: files")));
        assertThat(rows.get(1).group()).isNull();
    }
}
