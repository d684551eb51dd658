package dev.gabion.controls.catalogue;

import dev.gabion.controls.component.ComponentRuns;
import dev.gabion.finding.ControlDescription;
import dev.gabion.finding.Severity;
import dev.gabion.kube.tree.MapNode;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A control ready to run. What selection needs is at hand; program and description are read when first asked for, since
 * most controls of a run match nothing.
 */
public final class Control {
    private final Head head;
    private final Supplier<Program> programSource;
    private final Supplier<ControlDescription> descriptionSource;
    private volatile @Nullable Program program;
    private volatile @Nullable ControlDescription description;

    /**
     * What selection needs to know.
     *
     * @param match kinds; empty for pods and containers means every workload kind
     * @param components programs the control is about, such as {@code etcd}; empty where any will do
     * @param params every parameter with its default
     * @param isJava whether a Java class does the checking
     * @param digest of what decides verdicts, to tell a changed control
     */
    public record Head(
            String id,
            Severity severity,
            Scope scope,
            List<KindMatch> match,
            List<String> components,
            List<Need> needs,
            MapNode params,
            @Nullable PodSecurityCheck pss,
            boolean enabled,
            boolean isJava,
            String digest) {}

    public Control(Head head, Supplier<Program> program, Supplier<ControlDescription> description) {
        this.head = head;
        this.programSource = program;
        this.descriptionSource = description;
    }

    public Head head() {
        return head;
    }

    public String id() {
        return head.id;
    }

    public Severity severity() {
        return head.severity;
    }

    public Scope scope() {
        return head.scope;
    }

    /** Whether the control is about objects of this kind. */
    public boolean matches(String group, String kind, boolean runsPods) {
        if (!runsPods && ComponentRuns.areConfiguredBy(group, kind, head.components)) {
            return true;
        }
        if (head.match.isEmpty()) {
            return runsPods && head.scope.ofWorkloads();
        }
        for (KindMatch match : head.match) {
            if (match.matches(group, kind)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one object says all the control needs to know. */
    public boolean isLocal() {
        return head.needs.isEmpty() && head.scope != Scope.NAMESPACE && head.scope != Scope.CLUSTER;
    }

    public Program program() {
        Program known = program;
        if (known == null) {
            known = programSource.get();
            program = known;
        }
        return known;
    }

    public ControlDescription description() {
        ControlDescription known = description;
        if (known == null) {
            known = descriptionSource.get();
            description = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return head.id;
    }
}
