package dev.gabion.controls.catalogue;

import dev.gabion.kube.tree.MapNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a control is, or is part of, a check of the Pod Security Standards.
 *
 * @param check the upstream check's id, such as {@code capabilities_baseline}
 * @param level {@code baseline} or {@code restricted}
 * @param twin the stricter control that reports in this one's place unless a framework or the user asks for this one
 * @param revisions in rising order of version
 */
public record PodSecurityCheck(
        String check, String level, @Nullable String twin, List<Revision> revisions) {
    /** What the check is from a policy version on, until the next revision. */
    public record Revision(int fromMinor, MapNode params) {}

    /** The revision in force at a policy version {@code v1.MINOR}, or null where the check does not exist yet. */
    public @Nullable Revision at(int minor) {
        Revision found = null;
        for (Revision revision : revisions) {
            if (revision.fromMinor <= minor) {
                found = revision;
            }
        }
        return found;
    }
}
