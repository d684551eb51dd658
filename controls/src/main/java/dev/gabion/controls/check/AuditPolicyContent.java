package dev.gabion.controls.check;

import dev.gabion.controls.audit.AuditLevel;
import dev.gabion.controls.audit.AuditMatrix;
import dev.gabion.controls.audit.AuditPolicy;
import dev.gabion.controls.audit.AuditPolicyFlaws;
import dev.gabion.controls.audit.AuditRequest;
import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.finding.Why;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.MapNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an audit policy records of the requests that matter, by simulation. One finding for each rule that decides
 * wrongly. Source: hardening guide, LOG-01, LOG-02 and LOG-12.
 */
final class AuditPolicyContent implements Check {
    private static final FieldPath RULES = FieldPath.keys("rules");
    private static final String STARTED = "ResponseStarted";
    private static final String COMPLETE = "ResponseComplete";

    private final Demand demand;

    AuditPolicyContent(Demand demand) {
        this.demand = demand;
    }

    /** What a policy is asked for. */
    enum Demand {
        ANYTHING,
        NO_SECRET_BODIES,
        SECRET_ACCESS,
        INTERACTIVE,
        CHANGES,
        ANONYMOUS,
        STAGES,
        NO_TOKEN_BODIES,
        FURTHER
    }

    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        List<AuditPolicyFlaws.Flaw> flaws = new AuditPolicyFlaws(target.root()).refused();
        boolean loads = target.root().list("rules").size() > 0
                && flaws.stream().noneMatch(f -> f.place().toString().endsWith("level"));
        if (!loads) {
            AuditPolicyFlaws.Flaw flaw = flaws.getFirst();
            report.undecided(flaw.place(), new Why(Why.Kind.REFUSED_BY_SERVER, flaw.place() + ": " + flaw.reason()));
            return;
        }
        new Simulation(AuditPolicy.of(target.root()), report).run();
    }

    private final class Simulation {
        private final AuditPolicy policy;
        private final AuditMatrix matrix;
        private final Report report;
        private final Set<FieldPath> reported = new HashSet<>();

        Simulation(AuditPolicy policy, Report report) {
            this.policy = policy;
            this.matrix = new AuditMatrix(policy);
            this.report = report;
        }

        void run() {
            switch (demand) {
                case ANYTHING -> {
                    if (!policy.recordsAnything()) {
                        report.offends(RULES, "the policy records nothing at all");
                    }
                }
                case NO_SECRET_BODIES -> atMost(AuditLevel.METADATA, matrix.secrets());
                case SECRET_ACCESS -> atLeast(AuditLevel.METADATA, matrix.secrets());
                case INTERACTIVE -> atLeast(AuditLevel.METADATA, matrix.interactive());
                case CHANGES -> {
                    atLeast(AuditLevel.REQUEST, matrix.changes());
                    atLeast(AuditLevel.METADATA, matrix.events());
                }
                case ANONYMOUS -> {
                    atLeast(AuditLevel.METADATA, matrix.anonymous());
                    List<AuditRequest> failed = matrix.anonymous().stream()
                            .filter(r -> r.who().user() == null)
                            .toList();
                    keeps(STARTED, failed);
                }
                case STAGES -> {
                    keeps(COMPLETE, matrix.secrets());
                    keeps(COMPLETE, matrix.changes());
                    keeps(COMPLETE, matrix.interactive());
                    keeps(STARTED, matrix.interactive());
                }
                case NO_TOKEN_BODIES -> atMost(AuditLevel.METADATA, matrix.tokens());
                case FURTHER -> {
                    atLeast(AuditLevel.METADATA, matrix.proxies());
                    atLeast(AuditLevel.REQUEST, matrix.furtherChanges());
                }
            }
        }

        private void atLeast(AuditLevel level, List<AuditRequest> requests) {
            for (AuditRequest request : requests) {
                AuditPolicy.Decision decision = policy.decide(request);
                if (!decision.level().reaches(level)) {
                    offends(decision.rule(), says(decision, request) + ", want " + level.word() + " or more");
                }
            }
        }

        private void atMost(AuditLevel level, List<AuditRequest> requests) {
            for (AuditRequest request : requests) {
                AuditPolicy.Decision decision = policy.decide(request);
                if (decision.level() != level && decision.level().reaches(level)) {
                    offends(decision.rule(), says(decision, request) + ", want no more than " + level.word());
                }
            }
        }

        private static String says(AuditPolicy.Decision decision, AuditRequest request) {
            return decision.rule() == AuditPolicy.NO_RULE
                    ? "no rule matches " + request + ", so it is not recorded"
                    : request + " is recorded at " + decision.level().word();
        }

        private void offends(int rule, String detail) {
            FieldPath place =
                    rule == AuditPolicy.NO_RULE ? RULES : RULES.item(rule).key("level");
            if (reported.add(place)) {
                report.offends(place, detail);
            }
        }

        private void keeps(String stage, List<AuditRequest> requests) {
            for (AuditRequest request : requests) {
                AuditPolicy.Decision decision = policy.decide(request);
                if (decision.level() == AuditLevel.NONE
                        || !decision.omitStages().contains(stage)) {
                    continue;
                }
                boolean own = policy.omits(decision.rule(), stage);
                FieldPath holder = own ? RULES.item(decision.rule()) : FieldPath.ROOT;
                if (reported.add(holder.key("omitStages"))) {
                    report.offends(holder.key("omitStages"), stage + " is omitted for " + request);
                }
            }
        }
    }
}
