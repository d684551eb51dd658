package dev.gabion.controls.component;

import dev.gabion.finding.FixOperation;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.workload.PodContainer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of a program such as {@code kube-apiserver}, as one place of an object describes it. Flags have names without
 * dashes; what a configuration file says stands under the name of the flag that says the same.
 */
public final class ComponentRun {
    private final String component;
    private final @Nullable PodContainer container;
    private final Map<String, Flag> flags;
    private final FieldPath home;
    private final Unset unset;
    private final FlagWriter writer;
    private final Map<String, FieldPath> places;
    private final List<Mount> mounts;

    /** Says how a flag is set to a value where this run is described, or null where nobody can say it exactly. */
    @FunctionalInterface
    interface FlagWriter {
        /** Writes nothing. */
        FlagWriter NONE = (flag, value) -> null;

        @Nullable
        FixOperation write(String flag, String value);
    }

    /**
     * Makes a run.
     *
     * @param home where flags that are not set would be written
     * @param places where a file would say the same as a flag; empty for a command line, which takes every flag
     */
    ComponentRun(
            String component,
            @Nullable PodContainer container,
            Map<String, Flag> flags,
            FieldPath home,
            Unset unset,
            FlagWriter writer,
            Map<String, FieldPath> places,
            List<Mount> mounts) {
        this.component = component;
        this.container = container;
        this.flags = new LinkedHashMap<>(flags);
        this.home = home;
        this.unset = unset;
        this.writer = writer;
        this.places = places;
        this.mounts = mounts;
    }

    /** The same run where everything about it stands at one place. */
    ComponentRun at(FieldPath place) {
        Map<String, Flag> moved = new LinkedHashMap<>();
        flags.forEach((name, flag) -> moved.put(name, new Flag(flag.value(), place, flag.unknown())));
        Map<String, FieldPath> known = new LinkedHashMap<>();
        places.keySet().forEach(flag -> known.put(flag, place));
        return new ComponentRun(component, container, moved, place, unset, FlagWriter.NONE, known, mounts);
    }

    /** The program. */
    public String component() {
        return component;
    }

    /** The container that runs it, or null for a document that configures it. */
    public @Nullable PodContainer container() {
        return container;
    }

    public boolean has(String flag) {
        return flags.containsKey(flag);
    }

    /** The value of a flag, or null where it is not set. */
    public @Nullable String value(String flag) {
        Flag set = flags.get(flag);
        return set == null ? null : set.value();
    }

    /** Where a flag is written, or where it would be. */
    public FieldPath place(String flag) {
        Flag set = flags.get(flag);
        return set == null ? places.getOrDefault(flag, home) : set.place();
    }

    /** What is missing to know the value of a flag that is set, or null. */
    public @Nullable String unknown(String flag) {
        Flag set = flags.get(flag);
        return set == null ? null : set.unknown();
    }

    /** What it means that the flag is not set. */
    public Unset unset(String flag) {
        String file = FlagFiles.fileFor(component, flag);
        boolean inFile = file != null && flags.containsKey(file);
        boolean onCommandLine = !places.isEmpty() && !places.containsKey(flag);
        return inFile || onCommandLine ? Unset.ELSEWHERE : unset;
    }

    /** All flags with their values, as expressions see them. */
    public MapNode flags() {
        MapNode.Builder all = MapNode.builder();
        flags.forEach((name, flag) -> all.put(name, (Object) flag.value()));
        return all.build();
    }

    /** What the program's file system holds from outside its image, as far as the object says. */
    public List<Mount> mounts() {
        return mounts;
    }

    /** The edit that sets a flag, or null where it cannot be said. */
    public @Nullable FixOperation set(String flag, String value) {
        return writer.write(flag, value);
    }
}
