package dev.gabion.report;

import dev.gabion.finding.Mappings;
import java.util.List;

/** What a control answers, in one line: {@code NSA NSA-POD-14; CIS 5.2.2; PSS baseline; ATT&CK T1611}. */
final class MappingText {
    private MappingText() {}

    static String of(Mappings m) {
        StringBuilder out = new StringBuilder();
        add(out, "", m.nsa());
        add(out, "CIS ", m.cis());
        add(out, "PSS ", m.pss());
        add(out, "ATT&CK ", m.mitre());
        add(out, "RBAC ", m.rbac());
        return out.toString();
    }

    private static void add(StringBuilder out, String family, List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            if (i == 0) {
                out.append(out.isEmpty() ? "" : "; ").append(family);
            } else {
                out.append(", ");
            }
            out.append(ids.get(i));
        }
    }
}
