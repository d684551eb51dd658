package dev.gabion.controls.engine;

import dev.gabion.cel.eval.Frame;
import dev.gabion.cel.eval.Values;
import dev.gabion.controls.catalogue.ControlVariable;
import dev.gabion.controls.component.ComponentRun;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The working memory of one thread that evaluates controls. */
public final class Evaluation {
    private final Frame frame = new Frame();
    private final long nanosPerControl;
    private @Nullable List<ComponentRun> runs;

    /** Makes one with a time limit for each control on each target. */
    public Evaluation(long nanosPerControl) {
        this.nanosPerControl = nanosPerControl;
    }

    Frame frame() {
        return frame;
    }

    void startClock() {
        frame.deadline(System.nanoTime() + nanosPerControl);
    }

    void bind(ControlVariable variable, @Nullable Object value) {
        frame.set(variable.slot(), value instanceof Node node ? Values.of(node) : value);
    }

    /** What every control of a target sees. */
    void bindTarget(Target target) {
        bind(ControlVariable.OBJECT, target.root());
        bind(ControlVariable.WORKLOAD, target.workload() == null ? null : target.root());
        bind(
                ControlVariable.POD,
                target.workload() == null ? null : target.workload().pod());
        bind(
                ControlVariable.POD_METADATA,
                target.workload() == null ? null : target.workload().podMetadata());
        bind(ControlVariable.CONTAINER, MapNode.EMPTY);
        bind(ControlVariable.ITEM, null);
        bind(ControlVariable.KEY, "");
        bind(ControlVariable.FLAGS, MapNode.EMPTY);
        bind(ControlVariable.COMPONENT, "");
        runs = null;
    }

    /** What an object says of components; looked for once however many controls ask. */
    List<ComponentRun> runs(Target target) {
        List<ComponentRun> known = runs;
        if (known == null) {
            known = target.runs();
            runs = known;
        }
        return known;
    }
}
