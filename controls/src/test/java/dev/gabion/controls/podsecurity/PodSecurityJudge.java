package dev.gabion.controls.podsecurity;

import dev.gabion.controls.catalogue.Catalogue;
import dev.gabion.controls.catalogue.Control;
import dev.gabion.controls.check.JavaChecks;
import dev.gabion.controls.compile.CatalogueCompiler;
import dev.gabion.controls.compile.ControlCompiler;
import dev.gabion.controls.engine.ActiveControl;
import dev.gabion.controls.engine.Engine;
import dev.gabion.controls.engine.Evaluation;
import dev.gabion.controls.engine.Facts;
import dev.gabion.controls.engine.Outcomes;
import dev.gabion.controls.engine.Target;
import dev.gabion.controls.framework.Framework;
import dev.gabion.controls.framework.FrameworkFile;
import dev.gabion.controls.framework.PolicyVersion;
import dev.gabion.controls.framework.Selection;
import dev.gabion.finding.Finding;
import dev.gabion.finding.ObjectReference;
import dev.gabion.finding.Verdict;
import dev.gabion.kube.read.KubeObject;
import dev.gabion.kube.schema.Preparation;
import dev.gabion.kube.schema.Schema;
import dev.gabion.kube.tree.Document;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Judges pods by a level and version of the Pod Security Standards, through the same selection as a scan. */
final class PodSecurityJudge {
    static final int NEWEST = PolicyVersion.NEWEST.minor();

    private static final Document NOWHERE = new Document("pod.yaml", 0, 0, Position.FIRST, new byte[0]);

    private final Catalogue catalogue;
    private final Framework baseline;
    private final Framework restricted;
    private final Preparation preparation;
    private final Map<String, Engine> engines = new HashMap<>();
    private final Evaluation evaluation = new Evaluation(10_000_000_000L);

    private PodSecurityJudge(Catalogue catalogue, Framework baseline, Framework restricted, Schema schema) {
        this.catalogue = catalogue;
        this.baseline = baseline;
        this.restricted = restricted;
        this.preparation = new Preparation(schema);
    }

    /** One over the catalogue as it stands in the sources. */
    static PodSecurityJudge ofSources() throws Exception {
        Path frameworks = Path.of("src/main/frameworks");
        return new PodSecurityJudge(
                new Catalogue(new CatalogueCompiler(true)
                        .compile("src/main/catalogue").stream()
                                .map(ControlCompiler.Compiled::control)
                                .toList()),
                FrameworkFile.read(frameworks.resolve("pss-baseline.yaml")),
                FrameworkFile.read(frameworks.resolve("pss-restricted.yaml")),
                Schema.load(Path.of("../kube/src/main/schema/fields-v1.36.txt")));
    }

    /** The same judge with one control in another form. */
    PodSecurityJudge with(Control changed) {
        List<Control> controls = catalogue.controls().stream()
                .map(c -> c.id().equals(changed.id()) ? changed : c)
                .toList();
        return new PodSecurityJudge(new Catalogue(controls), baseline, restricted, preparation);
    }

    private PodSecurityJudge(Catalogue catalogue, Framework baseline, Framework restricted, Preparation preparation) {
        this.catalogue = catalogue;
        this.baseline = baseline;
        this.restricted = restricted;
        this.preparation = preparation;
    }

    /** The controls that answer for the standards. */
    List<Control> controls() {
        return catalogue.controls().stream().filter(c -> c.head().pss() != null).toList();
    }

    /** What fails: the ids of upstream's checks, and the findings. */
    record Judgement(Set<String> checks, List<Finding> findings) {}

    Judgement judge(String level, int minor, MapNode pod) {
        Engine engine = engines.computeIfAbsent(level + minor, key -> engine(level, minor));
        KubeObject object = KubeObject.of(NOWHERE, FieldPath.ROOT, pod, "v1", "Pod");
        ObjectReference reference = new ObjectReference("v1", "Pod", null, object.name());
        Target target = Target.of(object, reference, preparation.prepare(object));
        Collector collector = new Collector();
        engine.evaluate(target, Facts.NONE, evaluation, collector);
        return new Judgement(collector.checks, collector.findings);
    }

    private Engine engine(String level, int minor) {
        Framework framework = level.equals("baseline") ? baseline : restricted;
        Selection selection =
                new Selection(List.of(framework), List.of(), List.of(), null, new PolicyVersion(minor), Map.of());
        List<ActiveControl> active = selection.of(catalogue);
        return new Engine(active, JavaChecks::of);
    }

    private static final class Collector implements Outcomes {
        private final Set<String> checks = new TreeSet<>();
        private final List<Finding> findings = new ArrayList<>();

        @Override
        public void passed(Control control, Target target) {}

        @Override
        public void notApplicable(Control control, Target target, String reason) {}

        @Override
        public void found(Control control, Target target, List<Finding> found) {
            for (Finding finding : found) {
                if (finding.verdict() != Verdict.FAIL) {
                    throw new AssertionError(control.id() + " is undecided: " + finding);
                }
            }
            findings.addAll(found);
            checks.add(control.head().pss().check());
        }
    }
}
