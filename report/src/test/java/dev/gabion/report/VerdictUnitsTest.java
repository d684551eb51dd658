package dev.gabion.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.finding.Finding;
import dev.gabion.finding.ObjectReference;
import dev.gabion.finding.Place;
import dev.gabion.finding.Severity;
import dev.gabion.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VerdictUnitsTest {
    private static Finding finding(Verdict verdict, String file, int line, String name) {
        return new Finding(
                "GBN-POD-001",
                verdict,
                Severity.HIGH,
                "m",
                null,
                new ObjectReference("v1", "Pod", null, name),
                null,
                "spec",
                new Place(file, 0, line, 1, line, false),
                null,
                null,
                List.of(),
                "f",
                null,
                null);
    }

    private static List<String> units(Finding... findings) {
        VerdictUnits units = new VerdictUnits(List.of(findings));
        List<String> all = new ArrayList<>();
        while (units.hasNext()) {
            VerdictUnits.Unit unit = units.next();
            all.add(unit.first().object().name() + " " + unit.verdict().word() + " "
                    + unit.findings().size());
        }
        return all;
    }

    @Test
    void findings_ofTwoObjectsThatAlternate_makeTwoUnits() {
        assertThat(units(
                        finding(Verdict.FAIL, "a", 1, "x"),
                        finding(Verdict.EXCEPTED, "a", 1, "y"),
                        finding(Verdict.FAIL, "a", 2, "x"),
                        finding(Verdict.UNDECIDED, "a", 3, "y")))
                .containsExactly("x fail 2", "y undecided 2");
    }

    @Test
    void findings_ofOneNameInTwoFiles_areTwoUnits() {
        assertThat(units(finding(Verdict.FAIL, "a", 1, "x"), finding(Verdict.FAIL, "b", 1, "x")))
                .containsExactly("x fail 1", "x fail 1");
    }

    @Test
    void findings_ofACluster_areFoldedObjectByObject() {
        assertThat(units(
                        finding(Verdict.EXCEPTED, "", 0, "x"),
                        finding(Verdict.FAIL, "", 0, "x"),
                        finding(Verdict.EXCEPTED, "", 0, "y")))
                .containsExactly("x fail 2", "y excepted 1");
    }

    @Test
    void findings_thatAreNone_makeNoUnit() {
        assertThat(units()).isEmpty();
    }
}
