package dev.gabion.controls.check;

import dev.gabion.controls.audit.AuditPolicyFlaws;
import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.kube.tree.MapNode;

/** Parts of an audit policy a server refuses or drops, or, of a policy it takes, parts that match nothing. */
record AuditPolicyText(boolean refused) implements Check {
    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        AuditPolicyFlaws flaws = new AuditPolicyFlaws(target.root());
        for (AuditPolicyFlaws.Flaw flaw : refused ? flaws.refused() : flaws.idle()) {
            report.offends(flaw.place(), flaw.reason());
        }
    }
}
