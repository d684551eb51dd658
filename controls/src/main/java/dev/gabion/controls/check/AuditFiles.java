package dev.gabion.controls.check;

import dev.gabion.controls.component.ComponentRun;
import dev.gabion.controls.component.Mount;
import java.util.List;

/**
 * Whether the files of auditing reach the API server's container, and the log leaves it. Source: hardening guide, LOG-01
 * and LOG-03, cases 22 and 23.
 */
final class AuditFiles extends ComponentCheck {
    private static final String LOG = "audit-log-path";

    private final Question question;

    AuditFiles(Question question) {
        super(API_SERVER);
        this.question = question;
    }

    /** What is asked. */
    enum Question {
        /** Whether a mount provides the files the server reads. */
        READABLE,
        /** Whether the log can be rotated, which a file mounted by itself cannot. */
        ROTATES,
        /** Whether the log outlives the container. */
        OUTLIVES
    }

    @Override
    boolean check(ComponentRun run, Context context, Report report) {
        if (question == Question.READABLE) {
            boolean judged = false;
            for (String flag : List.of("audit-policy-file", "audit-webhook-config-file")) {
                judged |= readable(run, flag, report);
            }
            return judged;
        }
        String path = run.value(LOG);
        if (path == null || path.equals("-") || path.isEmpty() || knowledge(run, LOG, report) != Knowledge.VALUE) {
            return false;
        }
        Mount mount = Mount.of(path, run.mounts());
        if (question == Question.ROTATES) {
            if (mount != null && mount.path().equals(path)) {
                report.offends(mount.place(), "the audit log " + path + " is mounted as a single file");
            }
            return mount != null;
        }
        if (mount == null) {
            report.offends(run.place(LOG), "the audit log " + path + " lies in the container and goes with it");
        } else if (mount.source() == Mount.Source.EMPTY_DIR) {
            report.offends(mount.place(), "the audit log " + path + " lies in an emptyDir and goes with the pod");
        }
        return true;
    }

    private static boolean readable(ComponentRun run, String flag, Report report) {
        String path = run.value(flag);
        if (path == null || path.isEmpty() || knowledge(run, flag, report) != Knowledge.VALUE) {
            return false;
        }
        if (Mount.of(path, run.mounts()) == null) {
            report.offends(run.place(flag), "no mount provides " + path + ", so the server does not start");
        }
        return true;
    }
}
