package dev.gabion.controls.check;

import dev.gabion.controls.component.ComponentRun;
import dev.gabion.finding.Why;
import dev.gabion.kube.tree.MapNode;
import java.util.List;

/** Whether people can log in to an API server by an identity provider. Source: hardening guide, AUTH-01. */
final class UserLogin extends ComponentCheck {
    private static final String FILE = "authentication-config";
    private static final String WEBHOOK = "authentication-token-webhook-config-file";

    UserLogin() {
        super(API_SERVER);
    }

    @Override
    boolean check(ComponentRun run, Context context, Report report) {
        if (run.has("oidc-issuer-url") || run.has(WEBHOOK)) {
            return true;
        }
        if (!run.has(FILE)) {
            Knowledge knowledge = knowledge(run, WEBHOOK, report);
            if (knowledge == Knowledge.VALUE) {
                report.offends(
                        run.place(FILE), "no identity provider: neither an OpenID Connect issuer nor a token webhook");
            }
            return knowledge != Knowledge.ELSEWHERE;
        }
        List<MapNode> files = objects(context.facts(), "AuthenticationConfiguration");
        if (files.isEmpty()) {
            report.undecided(run.place(FILE), new Why(Why.Kind.MISSING_EVIDENCE, "the file " + run.value(FILE)));
        } else if (files.stream().allMatch(f -> f.list("jwt").size() == 0)) {
            report.offends(run.place(FILE), "the authentication configuration names no issuer under jwt");
        }
        return true;
    }
}
