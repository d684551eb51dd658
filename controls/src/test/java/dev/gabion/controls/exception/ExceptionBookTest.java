package dev.gabion.controls.exception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gabion.controls.catalogue.Catalogue;
import dev.gabion.controls.scan.ScanFixture;
import dev.gabion.finding.ExceptionState;
import dev.gabion.finding.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExceptionBookTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: node-exporter, namespace: monitoring, labels: {app: x}}
            spec:
              hostPID: true
              containers:
              - name: c
            """;

    @TempDir
    Path directory;

    private ScanFixture fixture() throws Exception {
        return new ScanFixture(directory).control("host-pid", """
                scope: pod
                check: "!pod.?hostPID.orValue(false)"
                field: hostPID
                """);
    }

    private ExceptionBook book(Catalogue catalogue, String entry) throws IOException {
        ExceptionBook book = new ExceptionBook(catalogue, TODAY, null, true);
        Path file = Files.writeString(
                directory.resolve("ex.yaml"),
                "apiVersion: gabion.io/v1alpha1\nkind: ExceptionList\nexceptions:\n- " + entry + "\n");
        book.load(file, "ex.yaml");
        return book;
    }

    private static String entry(String more) {
        return "{id: EX-1, controls: [host-pid], reason: needs host metrics, expires: 2026-12-31, " + more + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "match: {namespaces: [monitoring]}",
                "match: {kinds: [Pod], names: ['node-*']}",
                "match: {labels: {app: x}}",
                "match: {files: ['*.yaml']}",
                "match: {cluster: ['*'], names: [node-exporter]}",
                "match: {names: [node-exporter]}, fields: [spec.hostPID]"
            })
    void aMatchingException_coversTheFinding(String more) throws Exception {
        ScanFixture fixture = fixture().file("a.yaml", POD);
        ExceptionBook book = book(fixture.catalogue(), entry(more));
        try (fixture) {
            fixture.run(book);
            assertThat(fixture.count("host-pid", Verdict.EXCEPTED)).isEqualTo(1);
            assertThat(fixture.count("host-pid", Verdict.FAIL)).isZero();
            assertThat(fixture.findings().getFirst().exception()).isEqualTo("EX-1");
            assertThat(book.states()).extracting(ExceptionState::state).containsExactly("active");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "match: {namespaces: [other]}",
                "match: {kinds: [DaemonSet], names: ['node-*']}",
                "match: {labels: {app: x, tier: db}}",
                "match: {containers: [c]}",
                "match: {cluster: [prod], names: [node-exporter]}",
                "match: {names: [node-exporter]}, fields: [spec.hostIPC]"
            })
    void anExceptionThatMatchesOnlyInPart_coversNothing(String more) throws Exception {
        ScanFixture fixture = fixture().file("a.yaml", POD);
        ExceptionBook book = book(fixture.catalogue(), entry(more));
        try (fixture) {
            fixture.run(book);
            assertThat(fixture.count("host-pid", Verdict.FAIL)).isEqualTo(1);
            assertThat(book.states()).extracting(ExceptionState::state).containsExactly("unused");
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, EXCEPTED, active", "2026-06-29, FAIL, expired", "2026-07-14, EXCEPTED, active"})
    void theLastDay_isIncluded(String expires, Verdict verdict, String state) throws Exception {
        ScanFixture fixture = fixture().file("a.yaml", POD);
        ExceptionBook book = book(
                fixture.catalogue(),
                "{id: EX-1, controls: [host-pid], reason: r, expires: " + expires + ", match: {kinds: [Pod]}}");
        try (fixture) {
            fixture.run(book);
            assertThat(fixture.count("host-pid", verdict)).isEqualTo(1);
            assertThat(book.states().getFirst().state()).isEqualTo(state);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{controls: [host-pid], expires: 2026-12-31, match: {kinds: [Pod]}} | reason",
                "{controls: [host-pid], reason: r, match: {kinds: [Pod]}} | expires",
                "{controls: [host-pid], reason: r, expires: soon, match: {kinds: [Pod]}} | no date",
                "{controls: [GBN-NO-1], reason: r, expires: 2026-12-31, match: {kinds: [Pod]}} | no control is called GBN-NO-1",
                "{controls: [host-pid], reason: r, expires: 2026-12-31, match: {cluster: ['*']}} | besides cluster",
                "{controls: [host-pid], reason: r, expires: 2026-12-31} | besides cluster"
            })
    void anInvalidException_isReportedAndCoversNothing(String entry, String note) throws Exception {
        ScanFixture fixture = fixture().file("a.yaml", POD);
        ExceptionBook book = book(fixture.catalogue(), entry);
        try (fixture) {
            fixture.run(book);
            assertThat(fixture.count("host-pid", Verdict.FAIL)).isEqualTo(1);
            assertThat(book.states().getFirst()).returns("invalid", ExceptionState::state);
            assertThat(book.states().getFirst().note()).contains(note);
        }
    }

    @Test
    void anUnknownKey_isAnErrorOfTheFile() throws Exception {
        Catalogue catalogue = fixture().catalogue();
        assertThatThrownBy(() -> book(catalogue, "{controls: [host-pid], nameSpaces: [x]}"))
                .isInstanceOf(IOException.class)
                .hasMessage("ex.yaml:4: unknown key \"nameSpaces\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  hostPID: true # gabion:ignore host-pid until=2026-12-31 reason=needs host metrics\n",
                "  # gabion:ignore host-pid until=2026-12-31 reason=\"needs host metrics\"\n  hostPID: true\n"
            })
    void aCommentOnTheLineOrAbove_coversTheFinding(String lines) throws Exception {
        ScanFixture fixture = fixture().file("a.yaml", POD.replace("  hostPID: true\n", lines));
        ExceptionBook book = new ExceptionBook(fixture.catalogue(), TODAY, null, true);
        try (fixture) {
            fixture.run(book);
            assertThat(fixture.count("host-pid", Verdict.EXCEPTED)).isEqualTo(1);
            assertThat(book.states().getFirst()).returns("needs host metrics", ExceptionState::reason);
        }
    }

    @Test
    void anAnnotation_coversTheObjectOrItsPods() throws Exception {
        String annotation = "annotations: {gabion.io/ignore: 'host-pid until=2026-12-31 reason=agent'}";
        ScanFixture fixture = fixture()
                .file("pod.yaml", POD.replace("labels: {app: x}", annotation))
                .file("set.yaml", """
                        apiVersion: apps/v1
                        kind: DaemonSet
                        metadata: {name: d}
                        spec:
                          selector: {}
                          template:
                            metadata: {%s}
                            spec: {hostPID: true, containers: [{name: c}]}
                        """.formatted(annotation));
        ExceptionBook book = new ExceptionBook(fixture.catalogue(), TODAY, null, true);
        try (fixture) {
            fixture.run(book);
            assertThat(fixture.count("host-pid", Verdict.EXCEPTED)).isEqualTo(2);
            assertThat(book.usedCount()).isEqualTo(2);
        }
    }

    @Test
    void inlineExceptions_canBeSwitchedOff() throws Exception {
        ScanFixture fixture = fixture()
                .file("a.yaml", POD.replace("true\n", "true # gabion:ignore host-pid until=2026-12-31 reason=x\n"));
        ExceptionBook book = new ExceptionBook(fixture.catalogue(), TODAY, null, false);
        try (fixture) {
            fixture.run(book);
            assertThat(fixture.count("host-pid", Verdict.FAIL)).isEqualTo(1);
            assertThat(book.states()).isEmpty();
        }
    }

    @Test
    void anInlineExceptionWithoutReasonOrDate_isInvalid() throws Exception {
        ScanFixture fixture = fixture().file("a.yaml", POD.replace("true\n", "true # gabion:ignore host-pid\n"));
        ExceptionBook book = new ExceptionBook(fixture.catalogue(), TODAY, null, true);
        try (fixture) {
            fixture.run(book);
            assertThat(fixture.count("host-pid", Verdict.FAIL)).isEqualTo(1);
            assertThat(book.states().getFirst().state()).isEqualTo("invalid");
        }
    }

    @Test
    void anExceptionForHundredsOfObjects_isCalledBroad() throws Exception {
        ScanFixture fixture = fixture();
        for (int i = 0; i < 101; i++) {
            fixture.file("p" + i + ".yaml", POD.replace("node-exporter", "p" + i));
        }
        ExceptionBook book = book(fixture.catalogue(), entry("match: {kinds: [Pod]}"));
        try (fixture) {
            fixture.run(book);
            assertThat(book.states()).extracting(ExceptionState::state).isEqualTo(List.of("broad"));
        }
    }
}
