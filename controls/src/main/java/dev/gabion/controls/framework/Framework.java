package dev.gabion.controls.framework;

import dev.gabion.kube.tree.MapNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named set of requirements.
 *
 * @param podSecurity that the framework is a level of the Pod Security Standards, or null
 * @param params overrides of parameters, by control
 */
public record Framework(
        String id,
        String title,
        String version,
        List<Row> rows,
        @Nullable PodSecurity podSecurity,
        Map<String, MapNode> params) {

    /**
     * A requirement.
     *
     * @param group what the row stands under, such as a tactic; or null
     * @param decidedBy controls; the row fails if one fails, and passes if all pass and nothing else is needed
     * @param alsoNeeds evidence no control reads, which keeps the row from passing
     */
    public record Row(
            String id, String title, @Nullable String group, List<String> decidedBy, List<String> alsoNeeds) {}

    /** A level of the Pod Security Standards and which of its checks take the place of a weaker level's. */
    public record PodSecurity(String level, List<Replacement> overrides) {
        /** From a policy version on, one check is run instead of another. */
        public record Replacement(String by, String replaces, int fromMinor) {}
    }
}
