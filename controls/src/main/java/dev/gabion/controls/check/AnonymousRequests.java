package dev.gabion.controls.check;

import dev.gabion.controls.component.ComponentRun;
import dev.gabion.finding.Why;
import dev.gabion.kube.tree.MapNode;
import java.util.List;

/**
 * Whether an API server takes requests without credentials, by flag or by the file that can say the same. The file
 * alone is judged where it stands. Source: hardening guide, AUTH-04; authentication reference of Kubernetes.
 */
final class AnonymousRequests extends ComponentCheck {
    private static final String FLAG = "anonymous-auth";
    private static final String FILE = "authentication-config";

    AnonymousRequests() {
        super(API_SERVER);
    }

    @Override
    boolean check(ComponentRun run, Context context, Report report) {
        if (!run.has(FILE)) {
            return byFlag(run, report);
        }
        List<MapNode> files = objects(context.facts(), "AuthenticationConfiguration");
        boolean fileSays = files.stream().anyMatch(f -> f.has("anonymous"));
        if (run.has(FLAG) && fileSays) {
            report.offends(
                    run.place(FLAG),
                    "anonymous requests are set by --anonymous-auth and by the authentication configuration; servers"
                            + " refuse to start with both, or answer");
        } else if (run.has(FLAG)) {
            return byFlag(run, report);
        } else if (files.isEmpty()) {
            report.undecided(run.place(FILE), new Why(Why.Kind.MISSING_EVIDENCE, "the file " + run.value(FILE)));
        } else if (!fileSays) {
            report.offends(
                    run.place(FLAG),
                    "anonymous requests are on: neither --anonymous-auth nor the authentication configuration says no");
        } else {
            return false;
        }
        return true;
    }

    private static boolean byFlag(ComponentRun run, Report report) {
        Knowledge knowledge = knowledge(run, FLAG, report);
        String value = run.value(FLAG);
        if (knowledge == Knowledge.VALUE && value == null) {
            report.offends(run.place(FLAG), "anonymous requests are on: --anonymous-auth is not set");
        } else if (knowledge == Knowledge.VALUE && !"false".equals(value)) {
            report.offends(run.place(FLAG), "anonymous requests are on: --anonymous-auth is " + value);
        }
        return knowledge != Knowledge.ELSEWHERE;
    }
}
