package dev.gabion.controls.framework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.controls.catalogue.Control;
import dev.gabion.controls.engine.ActiveControl;
import dev.gabion.controls.scan.ScanFixture;
import dev.gabion.finding.RequirementResult;
import dev.gabion.finding.Tally;
import dev.gabion.finding.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameworkEvaluationTest {
    @TempDir
    Path directory;

    private final List<ActiveControl> active = new ArrayList<>();
    private final Map<String, Tally> tallies = new HashMap<>();

    @BeforeEach
    void controls() throws Exception {
        ScanFixture fixture = new ScanFixture(directory);
        for (String id : List.of("one", "two")) {
            fixture.control(id, "scope: pod\ncheck: 'true'\nfield: '.'\n");
        }
        for (Control control : fixture.catalogue().controls()) {
            active.add(new ActiveControl(control, control.head().params(), "v1.37"));
        }
    }

    private void said(String control, Verdict... verdicts) {
        Tally tally = tallies.computeIfAbsent(control, id -> new Tally());
        for (Verdict verdict : verdicts) {
            tally.add(verdict);
        }
    }

    private RequirementResult row(List<String> decidedBy, List<String> alsoNeeds) {
        Framework framework = new Framework(
                "f", "F", "1", List.of(new Framework.Row("R", "T", null, decidedBy, alsoNeeds)), null, Map.of());
        return new FrameworkEvaluation(active, tallies, Map.of())
                .evaluate(framework)
                .requirements()
                .getFirst();
    }

    @Test
    void aRow_failsIfAnyDeciderFails() {
        said("one", Verdict.PASS);
        said("two", Verdict.PASS, Verdict.FAIL, Verdict.UNDECIDED);
        assertThat(row(List.of("one", "two"), List.of("node: files")).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aRow_passesOnlyIfAllPassedAndNothingElseIsNeeded() {
        said("one", Verdict.PASS);
        said("two", Verdict.PASS, Verdict.NOT_APPLICABLE);
        assertThat(row(List.of("one", "two"), List.of()).verdict()).isEqualTo(Verdict.PASS);
        assertThat(row(List.of("one", "two"), List.of("log: audit")))
                .returns(Verdict.UNDECIDED, RequirementResult::verdict)
                .returns("missingEvidence: log: audit", RequirementResult::why);
    }

    @Test
    void aRow_isUndecidedIfADeciderIs() {
        said("one", Verdict.PASS, Verdict.UNDECIDED);
        assertThat(row(List.of("one"), List.of()).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void aRowWithoutTargets_doesNotApplyUnlessOtherEvidenceIsNeeded() {
        said("one", Verdict.NOT_APPLICABLE);
        assertThat(row(List.of("one"), List.of()).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(row(List.of("one"), List.of("node: flags")).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(row(List.of(), List.of("process: review")).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void aScore_weighsSharesBySeverityAndCountsUndecidedAsNotPassed() {
        said("one", Verdict.PASS, Verdict.PASS, Verdict.UNDECIDED, Verdict.NOT_APPLICABLE, Verdict.FAIL);
        said("two", Verdict.EXCEPTED, Verdict.PASS);
        Score score = Score.of(active.stream().map(ActiveControl::control).toList(), tallies);
        assertThat(score.value()).isEqualTo(75.0);
        assertThat(score.withoutExceptions()).isEqualTo(50.0);
        assertThat(score.parts().getFirst()).returns("one", Score.Part::control).returns(25.0, Score.Part::lost);
    }

    @Test
    void aScoreOfNothing_isNone() {
        said("one", Verdict.NOT_APPLICABLE);
        assertThat(Score.of(active.stream().map(ActiveControl::control).toList(), tallies)
                        .value())
                .isNull();
    }
}
