package dev.gabion.controls.engine;

import dev.gabion.kube.tree.MapNode;

/** Parameters of controls. */
public final class Params {
    private Params() {}

    /** The first map with the entries of the second in place of its own. */
    public static MapNode merge(MapNode defaults, MapNode overrides) {
        MapNode merged = defaults;
        for (int i = 0; i < overrides.size(); i++) {
            merged = merged.with(overrides.key(i), overrides.value(i));
        }
        return merged;
    }
}
