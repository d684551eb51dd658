package dev.gabion.controls.engine;

import dev.gabion.controls.component.ComponentRun;
import dev.gabion.controls.component.ComponentRuns;
import dev.gabion.finding.ObjectReference;
import dev.gabion.finding.Place;
import dev.gabion.kube.read.KubeObject;
import dev.gabion.kube.schema.Flaw;
import dev.gabion.kube.schema.PreparedObject;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.Located;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.Position;
import dev.gabion.kube.workload.Workload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object under judgement.
 *
 * @param object where it stands
 * @param reference its identity as reports print it
 * @param root the tree expressions see
 * @param workload its view as a workload, or null
 * @param written the tree positions are looked up in: the object as written, or what is kept of it
 * @param flaws fields a server would refuse or drop
 * @param standIn where to report an object that stands in no file, or null
 */
public record Target(
        KubeObject object,
        ObjectReference reference,
        MapNode root,
        @Nullable Workload workload,
        MapNode written,
        List<Flaw> flaws,
        @Nullable Place standIn) {

    /** A target for an object just read. */
    public static Target of(KubeObject object, ObjectReference reference, PreparedObject prepared) {
        return new Target(
                object,
                reference,
                prepared.root(),
                Workload.of(object, prepared.root()),
                object.root(),
                prepared.flaws(),
                null);
    }

    /** The runs of control-plane and node programs the object describes. */
    public List<ComponentRun> runs() {
        return ComponentRuns.of(
                object.group(), object.kind(), root, workload, object.document().file());
    }

    /** Where a field path of the object leads in its file. */
    public Place place(FieldPath path) {
        if (standIn != null) {
            return standIn;
        }
        Located found = Located.find(written, path);
        if (found.start() == Node.NOWHERE) {
            return new Place(object.document().file(), object.document().index(), 0, 0, 0, true);
        }
        Position position = object.document().position(found.start());
        return new Place(
                object.document().file(),
                object.document().index(),
                position.line(),
                position.column(),
                object.document().endLine(found.start(), found.end()),
                found.missing());
    }

    /** The value written at a path, or null. */
    public @Nullable Node written(FieldPath path) {
        return path.in(written);
    }
}
