package dev.gabion.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSourcesTest {
    private static final String SECRET = """
            # before
            apiVersion: v1
            kind: Secret
            metadata: {name: a}
            stringData:
              user: hunter2
              text: |
                hunter2
                hunter2
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: b, annotations: {note: "日本語"}}
            spec:
              automountServiceAccountToken: true
              containers:
              - name: app # password: hunter2
                env:
                - {value: hunter2, name: DB_PASSWORD}
                - name: API_TOKEN
                  value: >-
                    hunter2
                    hunter2
                args: [--token=hunter2, --verbose]
            """;

    @TempDir
    private Path directory;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private FileSources sources(String text) throws IOException {
        return new FileSources(Map.of("a.yaml", write("a.yaml", text)));
    }

    private static String line(Sources sources, int number) {
        SourceLine line = sources.line("a.yaml", number);
        return line == null ? null : line.text();
    }

    @Test
    void line_ofAFile_isGivenWithoutItsEnd() throws IOException {
        Sources sources = sources("a: 1\r\nb: 2\n\nc: 3");

        assertThat(IntStream.rangeClosed(0, 5).mapToObj(i -> line(sources, i)))
                .containsExactly(null, "a: 1", "b: 2", "", "c: 3", null);
    }

    @Test
    void line_behindAByteOrderMark_beginsWithItsText() throws IOException {
        assertThat(line(sources("\uFEFFa: 1\n"), 1)).isEqualTo("a: 1");
    }

    @Test
    void line_ofAFileNobodyNamed_isNotGiven() throws IOException {
        assertThat(sources("a: 1").line("/etc/passwd", 1)).isNull();
    }

    @Test
    void line_ofAFileThatGrew_isNotGiven() throws IOException {
        Sources sources = sources("a: 1\n");
        write("a.yaml", "a: 1\nb: 2\n");

        assertThat(line(sources, 1)).isNull();
    }

    @Test
    void line_ofAFileTouchedSinceTheScan_isNotGiven() throws IOException {
        Sources sources = sources("a: 1\n");
        Files.setLastModifiedTime(directory.resolve("a.yaml"), FileTime.fromMillis(1_000));

        assertThat(line(sources, 1)).isNull();
    }

    @Test
    void line_ofAFileThatIsGone_isNotGiven() throws IOException {
        Sources sources = sources("a: 1\n");
        Files.delete(directory.resolve("a.yaml"));

        assertThat(line(sources, 1)).isNull();
    }

    @Test
    void line_ofAMachinesFile_isNotGivenWhereItIsTooLong() throws IOException {
        assertThat(line(sources("a: " + "x".repeat(30_000)), 1)).isNull();
    }

    @Test
    void line_ofStandardInput_comesFromMemory() {
        Sources sources = new FileSources(Map.of()).with("<stdin>", "a: 1\nb: 2\n".getBytes(StandardCharsets.UTF_8));

        assertThat(sources.line("<stdin>", 2)).isEqualTo(SourceLine.of("b: 2"));
    }

    @Test
    void lines_ofDocumentsWithSecrets_neverHoldOne() throws IOException {
        Sources sources = sources(SECRET);
        int lines = (int) SECRET.lines().count();

        for (int i = 1; i <= lines; i++) {
            assertThat(line(sources, i)).as("line " + i).isNotNull().doesNotContain("hunter2");
        }
    }

    @Test
    void lines_ofStandardInputWithSecrets_neverHoldOne() {
        Sources sources = new FileSources(Map.of()).with("a.yaml", SECRET.getBytes(StandardCharsets.UTF_8));

        assertThat(IntStream.rangeClosed(1, 24).mapToObj(i -> line(sources, i)))
                .noneMatch(text -> text.contains("hunter2"));
    }

    @Test
    void lines_withSecrets_keepWhatIsNone() throws IOException {
        Sources sources = sources(SECRET);

        assertThat(line(sources, 6)).isEqualTo("  user: ***");
        assertThat(line(sources, 13)).isEqualTo("metadata: {name: b, annotations: {note: \"日本語\"}}");
        assertThat(line(sources, 15)).isEqualTo("  automountServiceAccountToken: true");
        assertThat(line(sources, 19)).isEqualTo("    - {value: ***, name: DB_PASSWORD}");
        assertThat(line(sources, 24)).isEqualTo("    args: [--token=***, --verbose]");
    }

    @Test
    void lines_ofJson_areMaskedByStructureToo() throws IOException {
        Path file = write("a.json", """
                {"apiVersion": "v1", "kind": "SecretList", "items": [
                  {"metadata": {"name": "a"},
                   "data": {"user":
                     "hunter2"}}]}
                """);
        Sources sources = new FileSources(Map.of("a.json", file));

        assertThat(sources.line("a.json", 4).text()).isEqualTo("     ***}}]}");
    }

    @Test
    void column_behindASecret_isFoundInTheMaskedLine() throws IOException {
        Sources sources = sources("apiVersion: v1\nkind: Pod\nspec: {password: hunter2日本語, hostPID: true}\n");
        SourceLine line = sources.line("a.yaml", 3);
        int column = "spec: {password: hunter2日本語, ".length() + 1;

        assertThat(line.text().substring(line.offset(column))).isEqualTo("hostPID: true}");
    }

    @Test
    void lines_ofManyFiles_areThoseOfTheirFile() throws IOException {
        Map<String, Path> files = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            files.put("f" + i, write("f" + i + ".yaml", "n: " + i + "\nlast: " + i));
        }
        Sources sources = new FileSources(files);

        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 100; i++) {
                assertThat(sources.line("f" + i, 2)).isEqualTo(SourceLine.of("last: " + i));
            }
        }
    }
}
