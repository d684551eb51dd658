package dev.gabion.finding.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gabion.finding.Finding;
import dev.gabion.finding.ObjectReference;
import dev.gabion.finding.Place;
import dev.gabion.finding.Severity;
import dev.gabion.finding.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
    @TempDir
    Path directory;

    private static Finding finding(String fingerprint, String file, Verdict verdict) {
        return new Finding(
                "c",
                verdict,
                Severity.HIGH,
                "m",
                null,
                new ObjectReference("v1", "Pod", "n", "p"),
                null,
                "spec",
                new Place(file, 0, 1, 1, 1, false),
                null,
                null,
                List.of(),
                fingerprint,
                null,
                null);
    }

    private Baseline baseline(String... entries) throws IOException {
        StringBuilder text = new StringBuilder("{\"schemaVersion\":1,\"controls\":{\"c\":\"d1\"},\"findings\":[");
        for (int i = 0; i < entries.length; i++) {
            String[] part = entries[i].split(" ", -1);
            text.append(i == 0 ? "" : ",")
                    .append("{\"control\":\"c\",\"verdict\":\"fail\",\"fingerprint\":\"")
                    .append(part[0])
                    .append("\",\"file\":\"")
                    .append(part[1])
                    .append("\"}");
        }
        return Baseline.read(Files.writeString(directory.resolve("b.json"), text.append("]}")));
    }

    private static List<String> states(Baseline baseline, Finding... now) {
        List<String> states = new ArrayList<>();
        for (Finding finding : baseline.compare(List.of(now))) {
            states.add(finding.place().file() + " "
                    + (finding.baseline() == null ? "-" : finding.baseline().word()));
        }
        return states;
    }

    @Test
    void aSecondCopyOfAFinding_isNew() throws Exception {
        assertThat(states(baseline("f1 a"), finding("f1", "a", Verdict.FAIL), finding("f1", "a", Verdict.FAIL)))
                .containsExactly("a unchanged", "a new");
    }

    @Test
    void ofSeveralCopies_thoseInTheOldFilesAreTheOldOnes() throws Exception {
        assertThat(states(baseline("f1 b"), finding("f1", "a", Verdict.FAIL), finding("f1", "b", Verdict.FAIL)))
                .containsExactly("a new", "b unchanged");
    }

    @Test
    void aFindingThatMovedToAnotherFile_isUnchanged() throws Exception {
        assertThat(states(baseline("f1 old"), finding("f1", "fresh", Verdict.FAIL)))
                .containsExactly("fresh unchanged");
    }

    @Test
    void whatDoesNotFail_hasNoState() throws Exception {
        assertThat(states(baseline(), finding("f1", "a", Verdict.UNDECIDED), finding("f2", "a", Verdict.EXCEPTED)))
                .containsExactly("a -", "a -");
    }

    @Test
    void whatIsFoundNoMore_isMissing() throws Exception {
        var comparison = baseline("f1 a", "f1 b", "f2 a").compare(List.of(finding("f1", "c", Verdict.FAIL)));
        assertThat(comparison.missing()).extracting(Finding::fingerprint).containsExactlyInAnyOrder("f1", "f2");
    }

    @Test
    void digestsOfControls_areKept() throws Exception {
        assertThat(baseline().digests()).containsEntry("c", "d1");
    }

    @Test
    void aFileThatIsNoReport_isRefusedWithItsPlace() throws Exception {
        Path file = Files.writeString(directory.resolve("x.json"), "{\"findings\": [\n{\"a\": }]}");
        assertThatThrownBy(() -> Baseline.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("x.json: line 2");
        Path newer = Files.writeString(directory.resolve("y.json"), "{\"schemaVersion\":2}");
        assertThatThrownBy(() -> Baseline.read(newer)).hasMessageContaining("schema version 2, this program reads 1");
    }
}
