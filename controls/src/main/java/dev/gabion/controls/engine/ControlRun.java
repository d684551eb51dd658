package dev.gabion.controls.engine;

import dev.gabion.cel.eval.CelError;
import dev.gabion.cel.eval.CheckedExpression;
import dev.gabion.cel.eval.EvaluationStopped;
import dev.gabion.cel.eval.MapValue;
import dev.gabion.controls.catalogue.Control;
import dev.gabion.controls.catalogue.ControlVariable;
import dev.gabion.controls.catalogue.Need;
import dev.gabion.controls.catalogue.Program;
import dev.gabion.controls.catalogue.Rule;
import dev.gabion.controls.catalogue.Scope;
import dev.gabion.controls.component.ComponentRun;
import dev.gabion.controls.component.FlagPath;
import dev.gabion.controls.component.Unset;
import dev.gabion.finding.Finding;
import dev.gabion.finding.Verdict;
import dev.gabion.finding.Why;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.RefusedNode;
import dev.gabion.kube.workload.PodContainer;
import dev.gabion.kube.workload.PodContainer.ContainerList;
import dev.gabion.kube.workload.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One control on one target. */
final class ControlRun {
    private final ActiveControl active;
    private final Control control;
    private final Target target;
    private final Evaluation evaluation;
    private final Function<String, Check> checks;
    private @Nullable List<Finding> findings;
    private boolean looked;
    private @Nullable String inapplicable;
    private @Nullable FlagSite site;

    ControlRun(ActiveControl active, Target target, Evaluation evaluation, Function<String, Check> checks) {
        this.active = active;
        this.control = active.control();
        this.target = target;
        this.evaluation = evaluation;
        this.checks = checks;
    }

    void run(Facts facts, Outcomes outcomes) {
        if (!bindFacts(facts)) {
            outcomes.found(control, target, result());
            return;
        }
        Program program = control.program();
        if (control.scope() != Scope.CONTAINER && program.appliesWhen() != null) {
            if (!applies(program.appliesWhen())) {
                outcomes.notApplicable(
                        control, target, "not when " + program.appliesWhen().source());
                return;
            }
        }
        if (control.head().isJava()) {
            looked = true;
            check(facts);
        } else {
            sites(program);
        }
        if (findings != null) {
            outcomes.found(control, target, findings);
        } else if (looked) {
            outcomes.passed(control, target);
        } else if (control.head().components().isEmpty()) {
            String reason = inapplicable == null ? "no container it is about" : inapplicable;
            outcomes.notApplicable(control, target, reason);
        }
    }

    private List<Finding> result() {
        return findings == null ? List.of() : findings;
    }

    private boolean bindFacts(Facts facts) {
        Map<String, Object> objects = null;
        for (Need need : control.head().needs()) {
            Object value = facts.get(need, target);
            if (value instanceof Facts.Missing(String evidence)) {
                undecided(rootPath(), new Why(Why.Kind.MISSING_EVIDENCE, evidence), null);
                return false;
            }
            if (need.kind() != null) {
                objects = objects == null ? new LinkedHashMap<>() : objects;
                objects.put(need.kind(), value);
            } else {
                evaluation.bind(need.fact(), value);
            }
        }
        if (objects != null) {
            evaluation.bind(ControlVariable.OBJECTS, MapValue.of(objects));
        }
        return true;
    }

    /** Where an undecided verdict about the target as a whole points. */
    private FieldPath rootPath() {
        return target.workload() != null && control.scope().ofWorkloads()
                ? target.workload().podPath()
                : FieldPath.ROOT;
    }

    private boolean applies(CheckedExpression condition) {
        return !Boolean.FALSE.equals(value(condition));
    }

    private Object value(CheckedExpression expression) {
        try {
            return expression.eval(evaluation.frame());
        } catch (EvaluationStopped e) {
            return new CelError(CelError.Kind.OTHER, String.valueOf(e.getMessage()));
        }
    }

    private void check(Facts facts) {
        checks.apply(control.id()).run(target, active.params(), name -> fact(facts, name), new Check.Report() {
            @Override
            public void offends(FieldPath path, String detail) {
                PodContainer container = containerAt(path);
                evaluation.bind(ControlVariable.DETAIL, detail);
                evaluation.bind(ControlVariable.CONTAINER, container == null ? MapNode.EMPTY : container.node());
                fail(null, path, container == null ? null : container.name(), List.of());
            }

            @Override
            public void undecided(FieldPath path, Why why) {
                ControlRun.this.undecided(path, why, null);
            }

            @Override
            public void notApplicable(String reason) {
                looked = false;
                inapplicable = reason;
            }
        });
    }

    /** The container a path leads into, or null. */
    private @Nullable PodContainer containerAt(FieldPath path) {
        Workload workload = target.workload();
        if (workload != null) {
            for (PodContainer container : workload.containers()) {
                if (path.startsWith(workload.podPath().plus(container.path()))) {
                    return container;
                }
            }
        }
        return null;
    }

    private Object fact(Facts facts, String name) {
        for (Need need : control.head().needs()) {
            if (need.toString().equals(name)) {
                return facts.get(need, target);
            }
        }
        throw new IllegalStateException(control.id() + " does not declare the need " + name);
    }

    private void sites(Program program) {
        Workload workload = target.workload();
        switch (control.scope()) {
            case OBJECT, NAMESPACE, CLUSTER -> {
                looked = true;
                rules(program, FieldPath.ROOT, target.root(), null);
            }
            case POD -> {
                if (workload != null && hasPod(workload)) {
                    looked = true;
                    rules(program, workload.podPath(), workload.pod(), null);
                }
            }
            case CONTAINER -> {
                if (!control.head().components().isEmpty()) {
                    components(program);
                } else if (workload != null && hasPod(workload)) {
                    for (PodContainer container : workload.containers()) {
                        container(program, workload, container);
                    }
                }
            }
        }
    }

    private boolean hasPod(Workload workload) {
        if (workload.pod() != null) {
            return true;
        }
        String missing = workload.podPath() + ": required field is missing";
        undecided(workload.podPath(), new Why(Why.Kind.REFUSED_BY_SERVER, missing), null);
        return false;
    }

    private void container(Program program, Workload workload, PodContainer container) {
        evaluation.bind(ControlVariable.CONTAINER, container.node());
        if (program.appliesWhen() != null && !applies(program.appliesWhen())) {
            return;
        }
        looked = true;
        rules(program, workload.podPath().plus(container.path()), container.node(), container.name());
    }

    private void components(Program program) {
        for (ComponentRun run : evaluation.runs(target)) {
            if (control.head().components().contains(run.component())) {
                component(program, run);
            }
        }
    }

    private void component(Program program, ComponentRun run) {
        PodContainer container = run.container();
        evaluation.bind(ControlVariable.CONTAINER, container == null ? null : container.node());
        evaluation.bind(ControlVariable.COMPONENT, run.component());
        evaluation.bind(ControlVariable.FLAGS, run.flags());
        if (program.appliesWhen() != null && !applies(program.appliesWhen())) {
            return;
        }
        for (Rule rule : program.rules()) {
            site = new FlagSite(run, FlagPath.flag(rule.path()));
            flag(rule, site, container == null ? null : container.name());
        }
    }

    /** Judges a flag where the input tells its value. */
    private void flag(Rule rule, FlagSite at, @Nullable String container) {
        ComponentRun run = at.run();
        String flag = at.flag();
        String unknown = run.unknown(flag);
        if (unknown == null && !run.has(flag)) {
            switch (run.unset(flag)) {
                case Unset.Elsewhere() -> {
                    return;
                }
                case Unset.Unknown(String evidence) -> unknown = evidence;
                case Unset.Default() -> {}
            }
        }
        looked = true;
        if (unknown == null) {
            judge(rule, run.place(flag), container, List.of());
        } else {
            undecided(run.place(flag), new Why(Why.Kind.MISSING_EVIDENCE, unknown), container);
        }
    }

    private void rules(Program program, FieldPath site, @Nullable MapNode node, @Nullable String container) {
        if (node == null) {
            return;
        }
        for (Rule rule : program.rules()) {
            Workload workload = target.workload();
            if (control.scope() == Scope.POD) {
                evaluation.bind(ControlVariable.CONTAINER, MapNode.EMPTY);
            }
            if (workload != null && PodPaths.isMetadata(rule.path())) {
                FieldPath metadata = PodPaths.metadata(workload.podPath());
                rule(rule, metadata, PodPaths.belowMetadata(rule.path()), workload.podMetadata(), container);
            } else {
                rule(rule, site, rule.path(), node, container);
            }
        }
    }

    private void rule(Rule rule, FieldPath site, FieldPath path, MapNode node, @Nullable String container) {
        if (path.isPattern()) {
            walk(new Walk(rule, path.steps()), site, 0, node, container);
        } else {
            judge(rule, site.plus(path), container, List.of());
        }
    }

    /**
     * The way through a pattern.
     *
     * @param filled the steps that took the place of each {@code [*]} so far
     */
    private record Walk(Rule rule, List<FieldPath.Step> steps, List<FieldPath.Step> filled) {
        Walk(Rule rule, List<FieldPath.Step> steps) {
            this(rule, steps, new ArrayList<>());
        }
    }

    /** Follows a pattern, binding {@code item} at each {@code [*]}. Where a list is absent nothing can offend. */
    private void walk(Walk walk, FieldPath at, int next, Node node, @Nullable String container) {
        List<FieldPath.Step> steps = walk.steps;
        for (int i = next; i < steps.size(); i++) {
            if (steps.get(i) instanceof FieldPath.Step.Every) {
                every(walk, at, i, node, container);
                return;
            }
            FieldPath.Step.Key key = (FieldPath.Step.Key) steps.get(i);
            at = at.key(key.name());
            boolean lastPart = !FieldPath.of(steps.subList(i, steps.size())).isPattern();
            Node below = node instanceof MapNode map ? map.get(key.name()) : null;
            if (below == null) {
                if (!lastPart) {
                    return;
                }
                continue;
            }
            node = below;
        }
        judge(walk.rule, at, container, walk.filled);
    }

    private void every(Walk walk, FieldPath at, int next, Node node, @Nullable String container) {
        switch (node) {
            case RefusedNode refused -> undecided(at, new Why(Why.Kind.REFUSED_BY_SERVER, refused.reason()), container);
            case ListNode list -> {
                boolean containers = isContainerList(at);
                for (int i = 0; i < list.size(); i++) {
                    String name = containers ? enter(list.get(i)) : container;
                    into(walk, at, new FieldPath.Step.Item(i), next, list.get(i), name);
                }
            }
            case MapNode map -> {
                for (int i = 0; i < map.size(); i++) {
                    evaluation.bind(ControlVariable.KEY, map.key(i));
                    into(walk, at, new FieldPath.Step.Key(map.key(i)), next, map.value(i), container);
                }
            }
            default -> {}
        }
    }

    private void into(Walk walk, FieldPath at, FieldPath.Step step, int every, Node value, @Nullable String container) {
        evaluation.bind(ControlVariable.ITEM, value);
        walk.filled.add(step);
        walk(walk, at.plus(FieldPath.of(List.of(step))), every + 1, value, container);
        walk.filled.removeLast();
    }

    private boolean isContainerList(FieldPath path) {
        Workload workload = target.workload();
        return workload != null
                && control.scope() == Scope.POD
                && Arrays.stream(ContainerList.values())
                        .anyMatch(list -> path.equals(workload.podPath().key(list.field())));
    }

    /** Makes a container of a pod the one expressions call {@code container}; its name. */
    private String enter(Node container) {
        evaluation.bind(ControlVariable.CONTAINER, container);
        String name = container instanceof MapNode map ? map.string("name") : null;
        return name == null ? "" : name;
    }

    private void judge(Rule rule, FieldPath path, @Nullable String container, List<FieldPath.Step> filled) {
        Object value = value(rule.expression());
        if (value instanceof Boolean decided) {
            if (decided == rule.offendsWhen()) {
                fail(rule, path, container, filled);
            }
            return;
        }
        undecided(path, why(value), container);
    }

    private static Why why(Object value) {
        if (value instanceof CelError error) {
            boolean refused = error.kind() == CelError.Kind.REFUSED;
            return new Why(refused ? Why.Kind.REFUSED_BY_SERVER : Why.Kind.EVALUATION_ERROR, error.message());
        }
        return new Why(Why.Kind.EVALUATION_ERROR, "the check gave no bool");
    }

    private void fail(@Nullable Rule rule, FieldPath path, @Nullable String container, List<FieldPath.Step> filled) {
        add(new FindingBuilder(active, target, evaluation, path, container, site).fail(rule, filled));
    }

    private void undecided(FieldPath path, Why why, @Nullable String container) {
        add(new FindingBuilder(active, target, evaluation, path, container, site).undecided(why));
    }

    private void add(Finding finding) {
        List<Finding> all = findings;
        if (all == null) {
            all = new ArrayList<>(2);
            findings = all;
        }
        boolean repeated = finding.verdict() == Verdict.UNDECIDED
                && all.stream()
                        .anyMatch(f -> f.path().equals(finding.path()) && Objects.equals(f.why(), finding.why()));
        if (!repeated) {
            all.add(finding);
        }
    }
}
