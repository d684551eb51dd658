package dev.gabion.finding;

import java.util.List;

/** Which recommendations and checks elsewhere a control answers. */
public record Mappings(
        List<String> nsa, List<String> cis, List<String> pss, List<String> psa, List<String> mitre, List<String> rbac) {
    public static final Mappings NONE = new Mappings(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
}
