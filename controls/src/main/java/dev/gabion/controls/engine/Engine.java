package dev.gabion.controls.engine;

import dev.gabion.controls.catalogue.Control;
import dev.gabion.controls.catalogue.ControlVariable;
import dev.gabion.controls.catalogue.Scope;
import dev.gabion.kube.workload.PodTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Evaluates a set of controls. Immutable and safe for use by many threads, each with its own {@link Evaluation}. One
 * pass over a target runs every control that is about it.
 */
public final class Engine {
    private final List<ActiveControl> controls;
    private final Function<String, Check> checks;
    private final Map<String, List<ActiveControl>> byKind = new ConcurrentHashMap<>();

    /**
     * Makes an engine.
     *
     * @param checks gives the check of a control written in Java
     */
    public Engine(List<ActiveControl> controls, Function<String, Check> checks) {
        this.controls = List.copyOf(controls);
        this.checks = checks;
    }

    public List<ActiveControl> controls() {
        return controls;
    }

    public boolean isEmpty() {
        return controls.isEmpty();
    }

    /** Runs every control that is about an object. */
    public void evaluate(Target target, Facts facts, Evaluation evaluation, Outcomes outcomes) {
        List<ActiveControl> matching = matching(target);
        if (matching.isEmpty()) {
            return;
        }
        evaluation.bindTarget(target);
        for (ActiveControl active : matching) {
            List<String> components = active.control().head().components();
            if (!components.isEmpty()
                    && evaluation.runs(target).stream().noneMatch(r -> components.contains(r.component()))) {
                continue;
            }
            run(active, target, facts, evaluation, outcomes);
        }
    }

    /** Runs the controls of a scope that is not found by kind: namespaces, or the input as a whole. */
    public void evaluate(Scope scope, Target target, Facts facts, Evaluation evaluation, Outcomes outcomes) {
        evaluation.bindTarget(target);
        for (ActiveControl active : controls) {
            if (active.control().scope() == scope) {
                run(active, target, facts, evaluation, outcomes);
            }
        }
    }

    private List<ActiveControl> matching(Target target) {
        String group = target.object().group();
        String kind = target.object().kind();
        return byKind.computeIfAbsent(group + "/" + kind, key -> {
            boolean runsPods = PodTemplates.specPath(group, kind) != null;
            List<ActiveControl> found = new ArrayList<>();
            for (ActiveControl active : controls) {
                Control control = active.control();
                boolean byObject = control.scope() != Scope.NAMESPACE && control.scope() != Scope.CLUSTER;
                if (byObject && control.matches(group, kind, runsPods)) {
                    found.add(active);
                }
            }
            return List.copyOf(found);
        });
    }

    private void run(ActiveControl active, Target target, Facts facts, Evaluation evaluation, Outcomes outcomes) {
        evaluation.startClock();
        evaluation.bind(ControlVariable.PARAMS, active.params());
        evaluation.bind(ControlVariable.PSS_VERSION, active.pssVersion());
        new ControlRun(active, target, evaluation, checks).run(facts, outcomes);
    }
}
