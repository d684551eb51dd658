package dev.gabion.controls.check;

import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Target;
import dev.gabion.finding.Why;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which provider writes Secrets, and whether it is one to rely on. Source: hardening guide, SEC-03 to SEC-05. */
final class EncryptionWriter implements Check {
    private static final Set<String> LOCAL = Set.of("aescbc", "aesgcm", "secretbox");

    private final Question question;

    EncryptionWriter(Question question) {
        this.question = question;
    }

    /** What is asked of the provider that writes. */
    enum Question {
        /** Whether it encrypts at all. */
        ENCRYPTS,
        /** Whether it is one of those the parameters accept. */
        ACCEPTED,
        /** Whether its key lies elsewhere. */
        REMOTE
    }

    @Override
    public void run(Target target, MapNode params, FactSource facts, Report report) {
        EncryptionRules rules = new EncryptionRules(target.root());
        EncryptionRules.Refusal refusal = rules.refusal();
        if (refusal != null) {
            report.undecided(refusal.place(), new Why(Why.Kind.REFUSED_BY_SERVER, refusal.reason()));
            return;
        }
        List<String> resources = question == Question.ENCRYPTS ? texts(params, "resources") : List.of("secrets");
        for (String resource : resources) {
            judge(resource, rules.writer(resource), params, report);
        }
    }

    private void judge(String resource, EncryptionRules.@Nullable Provider writer, MapNode params, Report report) {
        String type = writer == null ? "identity" : writer.type();
        FieldPath place = writer == null ? FieldPath.keys("resources") : writer.place();
        boolean encrypts = !type.equals("identity");
        switch (question) {
            case ENCRYPTS -> {
                if (writer == null) {
                    report.offends(place, resource + " are stored in plain text: no entry covers them");
                } else if (!encrypts) {
                    report.offends(place, resource + " are stored in plain text: identity comes first and writes");
                }
            }
            case ACCEPTED -> {
                if (encrypts && !texts(params, "accepted").contains(type)) {
                    report.offends(place, resource + " are written by " + type + ", which is safe only with rotation");
                }
            }
            case REMOTE -> {
                if (LOCAL.contains(type)) {
                    report.offends(place, resource + " are encrypted with a " + type + " key that lies on the node");
                }
            }
        }
    }

    private static List<String> texts(MapNode params, String name) {
        List<String> all = new ArrayList<>();
        for (Node item : params.list(name)) {
            all.add(item instanceof ScalarNode s ? String.valueOf(s.value()) : "");
        }
        return all;
    }
}
