package dev.gabion.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.finding.ControlDescription;
import dev.gabion.finding.Finding;
import dev.gabion.finding.Mappings;
import dev.gabion.finding.ObjectReference;
import dev.gabion.finding.Place;
import dev.gabion.finding.Report;
import dev.gabion.finding.ReportTarget;
import dev.gabion.finding.Severity;
import dev.gabion.finding.Summary;
import dev.gabion.finding.Tally;
import dev.gabion.finding.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A finding on every line of a file full of secrets, quoted with the lines around it. */
final class SecretsTest {
    static final List<String> FORMATS = Printers.NAMES;

    private static final String MANIFEST = """
            apiVersion: v1
            kind: Secret
            data:
              user: hunter2
            stringData:
              note: |
                hunter2
            ---
            apiVersion: v1
            kind: Pod
            spec:
              containers:
              - name: app # the token: hunter2
                env:
                - name: DB_PASSWORD
                  value: hunter2
                - {name: API_KEY, value: "hunter2"}
                args: ["--password", "hunter2", "--url=https://me:hunter2@host/"]
            ---
            apiVersion: v1
            kind: ConfigMap
            data:
              access_key: hunter2
              tls.key: |
                -----BEGIN PRIVATE KEY-----
                hunter2
                -----END PRIVATE KEY-----
              plain: hidden by the finding itself, as hunter3
            """;

    @TempDir
    private Path directory;

    private static Report report() {
        List<Finding> findings = new ArrayList<>();
        for (int line = 1; line <= MANIFEST.lines().count(); line++) {
            findings.add(new Finding(
                    "GBN-SEC-001",
                    Verdict.FAIL,
                    Severity.HIGH,
                    "holds a credential",
                    null,
                    new ObjectReference("v1", "Secret", "shop", "a"),
                    null,
                    "data.user",
                    new Place("a.yaml", 0, line, 1, line + 2, false),
                    "\"***\"",
                    null,
                    List.of(),
                    "f" + line,
                    null,
                    null));
        }
        ControlDescription control = new ControlDescription(
                "GBN-SEC-001", "No credentials", Severity.HIGH, "", "They leak.", "Remove them.", "", Mappings.NONE);
        return new Report(
                "0.1.0",
                new ReportTarget("files", "a.yaml", null),
                null,
                List.of(),
                List.of(control),
                findings,
                null,
                List.of(),
                List.of(),
                null,
                new Summary(1, 1, new Tally(), findings.size(), Map.of(), 0, 1, 1, null, null),
                "");
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void anyFormat_quotingAFileOfSecrets_showsNone(String format) throws IOException {
        Path file = Files.writeString(directory.resolve("a.yaml"), MANIFEST);
        Sources sources = new FileSources(Map.of("a.yaml", file));

        String printed = Prints.of(format, report(), new PrintOptions(sources, 120, false, true, ""));

        assertThat(printed).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void anyFormat_ofAFindingMaskedItself_hidesTheLineWhereItStands(String format) throws IOException {
        Path file = Files.writeString(directory.resolve("a.yaml"), MANIFEST);
        Report all = report();
        Finding last = ((List<Finding>) all.findings()).getLast();
        Report one = new Report(
                all.toolVersion(),
                all.target(),
                null,
                List.of(),
                all.controls(),
                List.of(last),
                null,
                List.of(),
                List.of(),
                null,
                all.summary(),
                "");

        String printed =
                Prints.of(format, one, new PrintOptions(new FileSources(Map.of("a.yaml", file)), 120, false, true, ""));

        assertThat(printed).doesNotContain("hunter3");
    }
}
