package dev.gabion.cel.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.cel.vectors.VectorRun.Outcome;
import dev.gabion.testing.TestData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the API server answers and charges, pinned. */
final class VectorsTest {
    @Test
    void ownVectors_everyOne_agreesWithItsCost() throws IOException {
        try (InputStream in = Objects.requireNonNull(VectorsTest.class.getResourceAsStream("own-vectors.jsonl"))) {
            VectorRun run = VectorRun.of(in);

            assertThat(disagreements(run, "expression")).isEmpty();
            assertThat(run.summary()).isEqualTo("36 of 36 agree, 0 costs differ");
        }
    }

    /** Kinds {@code vap} and {@code typecheck} are asked of other code and disagree here. */
    @Test
    void apiServerVectors_expressionsAndEscapes_agreeWithTheirCosts() throws IOException {
        VectorRun run = VectorRun.of(TestData.file("cel-vectors.jsonl.gz"));

        assertThat(of(run, "expression")).hasSize(3_596);
        assertThat(disagreements(run, "expression")).isEmpty();
        assertThat(of(run, "escape")).hasSize(34);
        assertThat(disagreements(run, "escape")).isEmpty();
        assertThat(run.summary()).endsWith(" of 4164 agree, 0 costs differ");
    }

    @Test
    void unknownKind_ofAVector_isADisagreement() throws IOException {
        String line = "{\"id\":\"x\",\"kind\":\"riddle\",\"answer\":{}}";
        try (InputStream in = new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8))) {
            assertThat(VectorRun.of(in).summary()).isEqualTo("0 of 1 agree, 0 costs differ");
        }
    }

    private static List<Outcome> of(VectorRun run, String kind) {
        return run.outcomes().stream().filter(o -> o.kind().equals(kind)).toList();
    }

    private static List<Outcome> disagreements(VectorRun run, String kind) {
        return of(run, kind).stream()
                .filter(o -> !o.agrees() || !o.costAgrees())
                .toList();
    }
}
