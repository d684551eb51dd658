package dev.gabion.kube.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gabion.kube.read.KubeObject;
import dev.gabion.kube.read.Limits;
import dev.gabion.kube.read.ReadDocument;
import dev.gabion.kube.read.TestTrees;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.workload.Workload;
import java.io.ByteArrayInputStream;

/** Every object that can be read can be prepared, once and for all. */
class PreparationFuzz {
    private static final Preparation PREPARATION = new Preparation(TestSchema.V1_36);
    private static final Limits LIMITS = new Limits(10_000, 50, 500);

    @FuzzTest
    void object(byte[] yaml) {
        for (ReadDocument document : TestTrees.documents("a.yaml", new ByteArrayInputStream(yaml), LIMITS)) {
            document.objects().forEach(PreparationFuzz::check);
        }
    }

    private static void check(KubeObject object) {
        PreparedObject prepared = PREPARATION.prepare(object);
        MapNode once = prepared.root();
        for (Flaw flaw : prepared.flaws()) {
            assertThat(FieldPath.parse(flaw.path().toString())).isEqualTo(flaw.path());
        }
        if (prepared.flaws().stream().noneMatch(flaw -> flaw.kind() == Flaw.Kind.WRONG_TYPE)) {
            assertThat(PREPARATION.prepare(object.withRoot(once)).root().same(once))
                    .isTrue();
        }
        Workload workload = Workload.of(object, once);
        if (workload != null && workload.pod() != null) {
            assertThat(workload.containers())
                    .allSatisfy(
                            c -> assertThat(workload.podPath().plus(c.path()).in(once))
                                    .isSameAs(c.node()));
        }
    }
}
