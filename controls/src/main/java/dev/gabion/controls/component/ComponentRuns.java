package dev.gabion.controls.component;

import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.workload.PodContainer;
import dev.gabion.kube.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the runs of components that an object describes. */
public final class ComponentRuns {
    private ComponentRuns() {}

    /** The names controls may give a component. */
    public static Set<String> components() {
        return CommandLine.COMPONENTS;
    }

    /** Whether objects of a kind that runs no pods may configure one of the components. */
    public static boolean areConfiguredBy(String group, String kind, List<String> components) {
        return ConfigurationDocuments.components(group, kind).stream().anyMatch(components::contains);
    }

    /** The runs another object of the input describes. */
    public static List<ComponentRun> of(MapNode root) {
        String apiVersion = String.valueOf(root.string("apiVersion"));
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        String kind = String.valueOf(root.string("kind"));
        return of(group, kind, root, Workload.of(group, kind, root), "");
    }

    /** The runs an object describes, in the order of the object. */
    public static List<ComponentRun> of(
            String group, String kind, MapNode root, @Nullable Workload workload, String file) {
        if (workload == null) {
            return ConfigurationDocuments.runs(group, kind, root, file);
        }
        MapNode pod = workload.pod() == null ? MapNode.EMPTY : workload.pod();
        List<ComponentRun> runs = new ArrayList<>();
        for (PodContainer container : workload.containers()) {
            ComponentRun run = CommandLine.read(container, workload.podPath(), pod);
            if (run != null) {
                runs.add(run);
            }
        }
        return runs;
    }
}
