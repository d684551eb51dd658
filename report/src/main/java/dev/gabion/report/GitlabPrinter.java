package dev.gabion.report;

import dev.gabion.finding.Finding;
import dev.gabion.finding.Report;
import dev.gabion.finding.Severity;
import dev.gabion.finding.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/** GitLab's code quality report. It has no word for verdicts, so a description says what is not a plain failure. */
final class GitlabPrinter implements Printer {
    @Override
    public void print(Report report, OutputStream out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        Map<String, Integer> equals = new HashMap<>();
        String control = "";
        json.beginArray();
        for (Finding finding : report.findings()) {
            if (!finding.control().equals(control)) {
                control = finding.control();
                equals.clear();
            }
            issue(json.newline(), finding, equals.merge(finding.fingerprint(), 1, Integer::sum));
        }
        json.endArray().newline().flush();
    }

    /** GitLab drops an issue whose fingerprint it has seen; equal ones are numbered, and only one control has equals. */
    private static void issue(JsonWriter json, Finding finding, int ordinal) throws IOException {
        json.beginObject()
                .field("description", description(finding))
                .field("check_name", finding.control())
                .field("fingerprint", ordinal == 1 ? finding.fingerprint() : finding.fingerprint() + "-" + ordinal)
                .field("severity", severity(finding));
        json.name("location")
                .beginObject()
                .field("path", path(finding))
                .name("lines")
                .beginObject()
                .field("begin", Math.max(finding.place().line(), 1))
                .endObject()
                .endObject()
                .endObject();
    }

    private static String description(Finding finding) {
        StringBuilder text = new StringBuilder();
        if (finding.verdict() == Verdict.EXCEPTED) {
            text.append("excepted by ").append(finding.exception()).append(": ");
        } else if (finding.verdict() == Verdict.UNDECIDED) {
            text.append("undecided: ");
        }
        text.append(finding.message()).append(" (").append(finding.object());
        if (finding.container() != null) {
            text.append(", container ").append(finding.container());
        }
        text.append(')');
        if (finding.why() != null) {
            text.append("; ").append(finding.why());
        }
        return Visible.line(text.toString());
    }

    private static String severity(Finding finding) {
        return finding.verdict() == Verdict.FAIL ? severity(finding.severity()) : "info";
    }

    static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "blocker";
            case HIGH -> "critical";
            case MEDIUM -> "major";
            case LOW -> "minor";
            case INFO -> "info";
        };
    }

    private static String path(Finding finding) {
        String file = finding.place().file();
        if (file.isEmpty()) {
            return Visible.line(finding.object().toString().replace(' ', '/'));
        }
        return Visible.line(file.startsWith("./") ? file.substring(2) : file);
    }
}
