package dev.gabion.controls.compile;

import dev.gabion.controls.catalogue.Control;
import dev.gabion.controls.catalogue.PodSecurityCheck;
import dev.gabion.controls.catalogue.Scope;
import dev.gabion.controls.compile.Examples.Example;
import dev.gabion.controls.engine.ActiveControl;
import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Engine;
import dev.gabion.controls.engine.Evaluation;
import dev.gabion.controls.engine.Outcomes;
import dev.gabion.controls.engine.Params;
import dev.gabion.controls.engine.Target;
import dev.gabion.controls.scan.InventoryFacts;
import dev.gabion.controls.scan.NamespaceTargets;
import dev.gabion.finding.Finding;
import dev.gabion.finding.FixOperation;
import dev.gabion.finding.ObjectReference;
import dev.gabion.finding.Verdict;
import dev.gabion.kube.inventory.ClusterScoped;
import dev.gabion.kube.inventory.Entry;
import dev.gabion.kube.inventory.Inventory;
import dev.gabion.kube.read.KubeObject;
import dev.gabion.kube.schema.Preparation;
import dev.gabion.kube.schema.PreparedObject;
import dev.gabion.kube.schema.Schema;
import dev.gabion.kube.tree.Document;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Position;
import dev.gabion.kube.tree.ScalarNode;
import dev.gabion.kube.workload.PodContainer.ContainerList;
import dev.gabion.kube.workload.PodTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs a control on its own examples. A pod stands for every workload kind, a container for every kind and each of the
 * three lists of containers, so no control can forget one.
 */
public final class ExampleRunner {
    /** The newest policy version of Pod Security this program knows. */
    private static final int NEWEST_POLICY = 37;

    private static final List<String> WORKLOADS = List.of(
            "Pod",
            "Deployment",
            "StatefulSet",
            "DaemonSet",
            "ReplicaSet",
            "ReplicationController",
            "Job",
            "CronJob",
            "PodTemplate");
    private static final Document NOWHERE = new Document("example", 0, 0, Position.FIRST, new byte[0]);

    private final Schema schema;
    private final Preparation preparation;
    private final Function<String, Check> checks;

    public ExampleRunner(Schema schema, Function<String, Check> checks) {
        this.schema = schema;
        this.preparation = new Preparation(schema);
        this.checks = checks;
    }

    /** What is wrong between a control and its examples; empty where they agree. */
    public List<ControlProblem> run(ControlCompiler.Compiled compiled) {
        List<ControlProblem> problems = new ArrayList<>();
        for (Example example : compiled.examples().pass()) {
            for (Variant variant : variants(example)) {
                expectPass(compiled.control(), example, variant, problems);
            }
        }
        for (Example example : compiled.examples().fail()) {
            for (Variant variant : variants(example)) {
                expectFail(compiled.control(), example, variant, problems);
            }
        }
        return problems;
    }

    /** An example as one object; {@code prefix} is where the example's own root stands in it. */
    private record Variant(MapNode object, String prefix, String name) {}

    private List<Variant> variants(Example example) {
        return switch (example.form()) {
            case OBJECT -> List.of(new Variant(example.content(), "", "object"));
            case POD -> pods(example.content(), "pod", "");
            case CONTAINER -> {
                List<Variant> all = new ArrayList<>();
                for (ContainerList list : ContainerList.values()) {
                    MapNode container = example.content().has("name")
                            ? example.content()
                            : example.content().with("name", ScalarNode.unwritten("c"));
                    MapNode pod = MapNode.builder()
                            .put(list.field(), ListNode.of(List.of(container)))
                            .build();
                    all.addAll(pods(pod, list.field(), list.field() + "[0]"));
                }
                yield all;
            }
        };
    }

    private static List<Variant> pods(MapNode spec, String what, String below) {
        List<Variant> all = new ArrayList<>();
        for (String kind : WORKLOADS) {
            String group = switch (kind) {
                case "Pod", "ReplicationController", "PodTemplate" -> "";
                case "Job", "CronJob" -> "batch";
                default -> "apps";
            };
            FieldPath path = PodTemplates.specPath(group, kind);
            if (path != null) {
                MapNode object = MapNode.builder()
                        .put("apiVersion", (Object) (group.isEmpty() ? "v1" : group + "/v1"))
                        .put("kind", (Object) kind)
                        .build();
                String prefix = below.isEmpty() ? path.toString() : path + "." + below;
                all.add(new Variant(place(object, path.steps(), 0, spec), prefix, what + " of " + kind));
            }
        }
        return all;
    }

    private static MapNode place(MapNode map, List<FieldPath.Step> steps, int depth, MapNode leaf) {
        String key = ((FieldPath.Step.Key) steps.get(depth)).name();
        MapNode known = map.map(key);
        MapNode below = known == null ? MapNode.EMPTY : known;
        return map.with(key, depth == steps.size() - 1 ? leaf : place(below, steps, depth + 1, leaf));
    }

    private void expectPass(Control control, Example example, Variant variant, List<ControlProblem> problems) {
        Outcome outcome = evaluate(control, example, variant.object);
        if (outcome.verdict != Verdict.PASS && outcome.verdict != Verdict.NOT_APPLICABLE) {
            report(example, problems, "example should pass as " + variant.name + ", is " + outcome);
        }
    }

    private void expectFail(Control control, Example example, Variant variant, List<ControlProblem> problems) {
        Outcome outcome = evaluate(control, example, variant.object);
        if (outcome.verdict != Verdict.FAIL) {
            report(example, problems, "example should fail as " + variant.name + ", is " + outcome);
            return;
        }
        if (!example.fields().isEmpty()) {
            Set<String> wanted = new TreeSet<>();
            for (String field : example.fields()) {
                wanted.add(join(variant.prefix, field));
            }
            if (!wanted.equals(outcome.paths())) {
                report(
                        example,
                        problems,
                        "example should offend at " + wanted + " as " + variant.name + ", does at " + outcome.paths());
            }
        }
        List<FixOperation> fixes = new ArrayList<>();
        outcome.findings.forEach(f -> fixes.addAll(f.fix()));
        if (!fixes.isEmpty()) {
            Outcome mended = evaluate(control, example, TreeEdit.apply(variant.object, fixes));
            if (mended.verdict != Verdict.PASS && mended.verdict != Verdict.NOT_APPLICABLE) {
                report(example, problems, "the fix should mend the example as " + variant.name + ", it is " + mended);
            }
        }
    }

    private static String join(String prefix, String field) {
        return prefix.isEmpty() ? field : field.isEmpty() || field.equals(".") ? prefix : prefix + "." + field;
    }

    private static void report(Example example, List<ControlProblem> problems, String message) {
        example.source().reportTo(problems, message);
    }

    /** What a control said of an example. */
    private record Outcome(Verdict verdict, List<Finding> findings) {
        Set<String> paths() {
            Set<String> paths = new TreeSet<>();
            findings.forEach(f -> paths.add(f.path()));
            return paths;
        }

        @Override
        public String toString() {
            StringBuilder out = new StringBuilder(verdict.word());
            for (Finding finding : findings) {
                out.append(" at ").append(finding.path());
                out.append(finding.why() == null ? "" : " (" + finding.why() + ")");
            }
            return out.toString();
        }
    }

    private Outcome evaluate(Control control, Example example, MapNode content) {
        Inventory.Builder builder = new Inventory.Builder();
        KubeObject object = object(content);
        PreparedObject prepared = preparation.prepare(object);
        Target target = Target.of(object, reference(object), prepared);
        for (MapNode with : example.with()) {
            KubeObject other = object(with);
            PreparedObject view = preparation.prepare(other);
            Target beside = Target.of(other, reference(other), view);
            builder.add(new Entry(
                    other, view.root(), beside.workload(), beside.reference().namespace()));
        }
        builder.add(new Entry(
                object, prepared.root(), target.workload(), target.reference().namespace()));
        Inventory inventory = builder.build();
        Collector collector = new Collector();
        Engine engine = new Engine(List.of(active(control, example)), checks);
        Evaluation evaluation = new Evaluation(10_000_000_000L);
        InventoryFacts facts = new InventoryFacts(inventory);
        if (control.scope() == Scope.NAMESPACE) {
            for (Target namespace : new NamespaceTargets(inventory).targets()) {
                engine.evaluate(Scope.NAMESPACE, namespace, facts, evaluation, collector);
            }
        } else {
            engine.evaluate(target, facts, evaluation, collector);
        }
        return new Outcome(collector.verdict == null ? Verdict.NOT_APPLICABLE : collector.verdict, collector.findings);
    }

    private static ActiveControl active(Control control, Example example) {
        int minor = NEWEST_POLICY;
        if (example.pssVersion() != null) {
            minor = Integer.parseInt(
                    example.pssVersion().substring(example.pssVersion().indexOf('.') + 1));
        }
        MapNode params = control.head().params();
        PodSecurityCheck pss = control.head().pss();
        PodSecurityCheck.Revision revision = pss == null ? null : pss.at(minor);
        params = revision == null ? params : Params.merge(params, revision.params());
        return new ActiveControl(control, Params.merge(params, example.params()), "v1." + minor);
    }

    private KubeObject object(MapNode content) {
        String kind = content.string("kind");
        String apiVersion = content.string("apiVersion");
        String known = kind == null ? null : schema.apiVersion(kind);
        MapNode map =
                apiVersion == null && known != null ? content.with("apiVersion", ScalarNode.unwritten(known)) : content;
        MapNode metadata = map.map("metadata") == null ? MapNode.EMPTY : map.map("metadata");
        if (!metadata.has("name") && !metadata.has("generateName")) {
            map = map.with("metadata", metadata.with("name", ScalarNode.unwritten("example")));
        }
        return KubeObject.of(
                NOWHERE, FieldPath.ROOT, map, String.valueOf(map.string("apiVersion")), String.valueOf(kind));
    }

    private static ObjectReference reference(KubeObject object) {
        boolean clusterScoped = ClusterScoped.is(object.group(), object.kind());
        return new ObjectReference(
                object.apiVersion(), object.kind(), clusterScoped ? null : object.namespace(), object.name());
    }

    /** Folds what the engine says; the worst verdict stands. */
    private static final class Collector implements Outcomes {
        private final List<Finding> findings = new ArrayList<>();
        private @Nullable Verdict verdict;

        @Override
        public void passed(Control control, Target target) {
            verdict = verdict == null || verdict == Verdict.NOT_APPLICABLE ? Verdict.PASS : verdict;
        }

        @Override
        public void notApplicable(Control control, Target target, String reason) {
            verdict = verdict == null ? Verdict.NOT_APPLICABLE : verdict;
        }

        @Override
        public void found(Control control, Target target, List<Finding> found) {
            findings.addAll(found);
            boolean fails = found.stream().anyMatch(f -> f.verdict() == Verdict.FAIL);
            verdict = fails || verdict == Verdict.FAIL ? Verdict.FAIL : Verdict.UNDECIDED;
        }
    }
}
