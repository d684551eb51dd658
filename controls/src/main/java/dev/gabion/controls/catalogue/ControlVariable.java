package dev.gabion.controls.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * The names a control's expressions may use. A variable's slot is its ordinal. Facts are what the object itself does not
 * say; a control lists those it uses under {@code needs}.
 */
public enum ControlVariable {
    OBJECT("object", false),
    WORKLOAD("workload", false),
    POD("pod", false),
    POD_METADATA("podMetadata", false),
    CONTAINER("container", false),
    /** The list item or map value the innermost {@code [*]} of a field pattern stands at. */
    ITEM("item", false),
    /** The key of that map value. */
    KEY("key", false),
    PARAMS("params", false),
    PSS_VERSION("pssVersion", false),
    /** The flags of a run of a component by name without dashes; of a name the last wins, lists add up. */
    FLAGS("flags", false),
    /** Which component runs, for controls about several. */
    COMPONENT("component", false),
    /** What a check written in Java says of the place it reports. */
    DETAIL("detail", false),
    NAMESPACE_OBJECT("namespaceObject", true),
    /** The service account of a workload, or an empty map where none was collected. */
    SERVICE_ACCOUNT("serviceAccount", true),
    LIMIT_RANGES("limitRanges", true),
    QUOTAS("quotas", true),
    /** Network policies that select a workload's pods, by direction: {@code policies.ingress, policies.egress}. */
    POLICIES("policies", true),
    /** Services that select a workload's pods. */
    SERVICES("services", true),
    /** Workloads an object's selector selects. */
    SELECTED("selected", true),
    /** All workloads of a namespace. */
    WORKLOADS("workloads", true),
    /** The role a binding refers to, or an empty map where it was not collected. */
    ROLE("role", true),
    /** Objects of the same group, kind, namespace and name that come earlier in the same file. */
    NAMESAKES("namesakes", true),
    /** Workloads of a namespace by isolation: {@code isolation.ingress.covered, isolation.ingress.open}, same for egress. */
    ISOLATION("isolation", true),
    /** Collected objects by kind, those of the same namespace for a namespaced target: {@code objects.Role}. */
    OBJECTS("objects", true);

    private final String variable;
    private final boolean fact;

    ControlVariable(String variable, boolean fact) {
        this.variable = variable;
        this.fact = fact;
    }

    /** How expressions call it. */
    public String variable() {
        return variable;
    }

    public boolean isFact() {
        return fact;
    }

    @SuppressWarnings("EnumOrdinal") // slots are positions by definition, and positions live only in one build
    public int slot() {
        return ordinal();
    }

    /** The variable of a name, or null. */
    public static @Nullable ControlVariable of(String name) {
        for (ControlVariable variable : values()) {
            if (variable.variable.equals(name)) {
                return variable;
            }
        }
        return null;
    }
}
