package dev.gabion.controls.scan;

import dev.gabion.controls.engine.Target;
import dev.gabion.finding.ObjectReference;
import dev.gabion.finding.Place;
import dev.gabion.kube.inventory.Entry;
import dev.gabion.kube.inventory.Inventory;
import dev.gabion.kube.read.KubeObject;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.MapNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces to judge: every collected Namespace object and every one a workload lives in. One that was not
 * collected is reported at the first workload that lives in it. Source: command-line contract, section 3.
 */
public final class NamespaceTargets {
    private final Inventory inventory;

    public NamespaceTargets(Inventory inventory) {
        this.inventory = inventory;
    }

    public List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (String name : inventory.namespaces()) {
            Entry object = inventory.namespace(name);
            targets.add(object == null ? implied(name, firstWorkload(name)) : collected(object));
        }
        for (Entry workload : firstOfUnspecified()) {
            targets.add(implied(null, workload));
        }
        return targets;
    }

    private Entry firstWorkload(String name) {
        return inventory.workloads(name, "").getFirst();
    }

    /** One workload for each directory whose objects name no namespace. */
    private List<Entry> firstOfUnspecified() {
        Set<String> directories = new HashSet<>();
        List<Entry> firsts = new ArrayList<>();
        for (Entry workload : inventory.workloads()) {
            String file = workload.object().document().file();
            if (workload.namespace() == null && directories.add(file.substring(0, file.lastIndexOf('/') + 1))) {
                firsts.add(workload);
            }
        }
        return firsts;
    }

    private static Target collected(Entry namespace) {
        return new Target(
                namespace.object(),
                reference(namespace.object().name()),
                namespace.root(),
                null,
                namespace.root(),
                List.of(),
                null);
    }

    private static Target implied(@Nullable String name, Entry workload) {
        MapNode root = InventoryFacts.implicit(name);
        KubeObject at = workload.object();
        KubeObject object = new KubeObject(at.document(), FieldPath.ROOT, root, "v1", "Namespace", null, name);
        int line = at.document().position(Math.max(workload.root().start(), 0)).line();
        Place place = new Place(at.document().file(), at.document().index(), line, 1, line, true);
        return new Target(object, reference(name), root, null, root, List.of(), place);
    }

    private static ObjectReference reference(@Nullable String name) {
        return new ObjectReference("v1", "Namespace", null, name);
    }
}
