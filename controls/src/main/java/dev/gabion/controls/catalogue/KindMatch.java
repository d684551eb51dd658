package dev.gabion.controls.catalogue;

import java.util.List;

/** Kinds of some API groups; {@code *} stands for all, the empty group is the core one. */
public record KindMatch(List<String> groups, List<String> kinds) {
    public boolean matches(String group, String kind) {
        return (kinds.contains(kind) || kinds.contains("*")) && (groups.contains(group) || groups.contains("*"));
    }
}
