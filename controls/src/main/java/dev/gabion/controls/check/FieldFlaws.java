package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.schema.Flaw;
import dev.gabion.kube.tree.MapNode;

/** Fields an API server would refuse, or would drop because it does not know them. */
record FieldFlaws(boolean refused) implements Check {
    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        for (Flaw flaw : target.flaws()) {
            if (flaw.kind().refused() == refused) {
                report.offends(flaw.path(), flaw.message());
            }
        }
    }
}
