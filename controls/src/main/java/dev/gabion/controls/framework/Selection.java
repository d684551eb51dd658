package dev.gabion.controls.framework;

import dev.gabion.controls.catalogue.Catalogue;
import dev.gabion.controls.catalogue.Control;
import dev.gabion.controls.catalogue.PodSecurityCheck;
import dev.gabion.controls.engine.ActiveControl;
import dev.gabion.controls.engine.Params;
import dev.gabion.finding.Severity;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the controls of a run and sets their parameters. Without frameworks: every control that is on, of two twins
 * of Pod Security the stricter. With frameworks: the controls that decide their rows.
 *
 * @param include ids or globs, empty for all
 * @param skip ids or globs
 * @param minimum severity, or null for all
 * @param params overrides of parameters, by control
 */
public record Selection(
        List<Framework> frameworks,
        List<String> include,
        List<String> skip,
        @Nullable Severity minimum,
        PolicyVersion policy,
        Map<String, MapNode> params) {

    /** Every control that is on. */
    public static final Selection ALL =
            new Selection(List.of(), List.of(), List.of(), null, PolicyVersion.NEWEST, Map.of());

    /** What is wrong with the choice: a control nobody knows, a parameter it does not have; null where nothing is. */
    public @Nullable String fault(Catalogue catalogue) {
        for (String pattern : include) {
            if (catalogue.controls().stream().noneMatch(c -> Glob.matches(pattern, c.id()))) {
                return "no control is called " + pattern + "; see gabion controls list";
            }
        }
        for (Map.Entry<String, MapNode> entry : params.entrySet()) {
            Control control = catalogue.find(entry.getKey());
            if (control == null) {
                return "params: no control is called " + entry.getKey();
            }
            for (String name : entry.getValue().keys()) {
                Node standard = control.head().params().get(name);
                if (standard == null) {
                    return "params: " + control.id() + " has no parameter " + name;
                }
                if (!sameType(standard, entry.getValue().get(name))) {
                    return "params: " + name + " of " + control.id() + " is not of the type its default has";
                }
            }
        }
        return null;
    }

    private static boolean sameType(Node standard, @Nullable Node value) {
        if (standard instanceof ScalarNode a && value instanceof ScalarNode b) {
            Object x = a.value();
            Object y = b.value();
            return x != null && y != null && x.getClass().equals(y.getClass());
        }
        return value != null && standard.getClass().equals(value.getClass());
    }

    public List<ActiveControl> of(Catalogue catalogue) {
        Set<String> wanted = frameworkControls(catalogue);
        List<ActiveControl> active = new ArrayList<>();
        for (Control control : catalogue.controls()) {
            PodSecurityCheck pss = control.head().pss();
            PodSecurityCheck.Revision revision = pss == null ? null : pss.at(policy.minor());
            boolean exists = pss == null || revision != null;
            if (exists && isChosen(control, wanted, catalogue)) {
                MapNode values = control.head().params();
                values = revision == null ? values : Params.merge(values, revision.params());
                active.add(new ActiveControl(control, overridden(control, values), policy.toString()));
            }
        }
        return active;
    }

    private boolean isChosen(Control control, Set<String> wanted, Catalogue catalogue) {
        if (isLeftOut(control)) {
            return false;
        }
        if (!include.isEmpty()) {
            return matchesAny(control.id(), include) && (frameworks.isEmpty() || wanted.contains(control.id()));
        }
        if (!frameworks.isEmpty()) {
            return wanted.contains(control.id());
        }
        return control.head().enabled() && !hasActiveTwin(control, catalogue);
    }

    private boolean isLeftOut(Control control) {
        return matchesAny(control.id(), skip)
                || (minimum != null && !control.severity().reaches(minimum));
    }

    /** Whether a stricter control of this run says the same and more at this policy version. */
    private boolean hasActiveTwin(Control control, Catalogue catalogue) {
        PodSecurityCheck pss = control.head().pss();
        Control twin = pss == null || pss.twin() == null ? null : catalogue.find(pss.twin());
        if (twin == null || !twin.head().enabled() || isLeftOut(twin)) {
            return false;
        }
        PodSecurityCheck stricter = twin.head().pss();
        return stricter != null && stricter.at(policy.minor()) != null;
    }

    private Set<String> frameworkControls(Catalogue catalogue) {
        Set<String> wanted = new HashSet<>();
        for (Framework framework : frameworks) {
            framework.rows().forEach(row -> wanted.addAll(row.decidedBy()));
            Framework.PodSecurity level = framework.podSecurity();
            if (level != null) {
                wanted.removeIf(id -> isReplaced(catalogue.find(id), level));
            }
        }
        return wanted;
    }

    private boolean isReplaced(@Nullable Control control, Framework.PodSecurity level) {
        PodSecurityCheck pss = control == null ? null : control.head().pss();
        return pss != null
                && level.overrides().stream()
                        .anyMatch(o -> o.replaces().equals(pss.check()) && policy.minor() >= o.fromMinor());
    }

    private MapNode overridden(Control control, MapNode defaults) {
        MapNode values = defaults;
        for (Framework framework : frameworks) {
            values = Params.merge(values, framework.params().getOrDefault(control.id(), MapNode.EMPTY));
        }
        return Params.merge(values, params.getOrDefault(control.id(), MapNode.EMPTY));
    }

    private static boolean matchesAny(String id, List<String> patterns) {
        for (String pattern : patterns) {
            if (Glob.matches(pattern, id)) {
                return true;
            }
        }
        return false;
    }
}
