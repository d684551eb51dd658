package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.MapNode;
import java.util.List;

/** That a seccomp or AppArmor profile names a file exactly if it is one of the node. */
final class Profiles {
    private Profiles() {}

    static void check(MapNode context, FieldPath path, Check.Report report) {
        for (String field : List.of("seccompProfile", "appArmorProfile")) {
            MapNode profile = context.map(field);
            if (profile == null) {
                continue;
            }
            String name = profile.string("localhostProfile");
            boolean localhost = "Localhost".equals(profile.string("type"));
            FieldPath at = path.key(field).key("localhostProfile");
            if (localhost && (name == null || name.isEmpty())) {
                report.offends(at, "is required for the type Localhost");
            } else if (!localhost && name != null) {
                report.offends(at, "may be set for the type Localhost only");
            }
        }
    }
}
