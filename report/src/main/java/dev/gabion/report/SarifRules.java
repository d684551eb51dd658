package dev.gabion.report;

import dev.gabion.finding.ControlDescription;
import dev.gabion.finding.Mappings;
import dev.gabion.finding.Severity;
import java.io.IOException;
import java.util.List;

/** Controls as SARIF rules. */
final class SarifRules {
    private SarifRules() {}

    static void write(JsonWriter json, List<ControlDescription> controls) throws IOException {
        json.name("rules").beginArray();
        for (ControlDescription control : controls) {
            rule(json.newline(), control);
        }
        json.endArray();
    }

    private static void rule(JsonWriter json, ControlDescription control) throws IOException {
        json.beginObject().field("id", control.id());
        text(json, "shortDescription", control.title());
        text(json, "fullDescription", control.rationale());
        if (control.docs().startsWith("https://") || control.docs().startsWith("http://")) {
            json.field("helpUri", control.docs());
        }
        json.name("help")
                .beginObject()
                .field("text", SarifText.message(control.rationale() + " " + control.remedy()))
                .field("markdown", markdown(control))
                .endObject();
        json.name("defaultConfiguration")
                .beginObject()
                .field("level", level(control.severity()))
                .endObject();
        json.name("properties")
                .beginObject()
                .field("severity", control.severity().word())
                .field("security-severity", securitySeverity(control.severity()));
        json.name("tags").beginArray().value("security").value("kubernetes");
        Mappings m = control.mappings();
        tag(json, "nsa", m.nsa());
        tag(json, "cis", m.cis());
        tag(json, "pss", m.pss());
        tag(json, "mitre", m.mitre());
        tag(json, "rbac", m.rbac());
        json.endArray().endObject().endObject();
    }

    static void text(JsonWriter json, String name, String text) throws IOException {
        json.name(name).beginObject().field("text", SarifText.message(text)).endObject();
    }

    private static String markdown(ControlDescription control) {
        StringBuilder out = new StringBuilder();
        out.append("**").append(MarkdownText.escaped(control.title())).append("**\n\n");
        out.append(MarkdownText.escaped(control.rationale())).append("\n\n");
        out.append("**Remedy:** ")
                .append(MarkdownText.escaped(control.remedy()))
                .append('\n');
        String answers = MappingText.of(control.mappings());
        if (!answers.isEmpty()) {
            out.append("\n**Answers:** ").append(MarkdownText.escaped(answers)).append('\n');
        }
        return out.toString();
    }

    private static void tag(JsonWriter json, String name, List<String> mapped) throws IOException {
        if (!mapped.isEmpty()) {
            json.value(name);
        }
    }

    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }

    /** The middle of the band that code scanning gives the severity. */
    static String securitySeverity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.5";
            case INFO -> "0.0";
        };
    }
}
