package dev.gabion.cli;

import dev.gabion.controls.catalogue.Control;
import dev.gabion.controls.catalogue.FixTemplate;
import dev.gabion.controls.catalogue.KindMatch;
import dev.gabion.controls.catalogue.Need;
import dev.gabion.controls.catalogue.PodSecurityCheck;
import dev.gabion.controls.catalogue.Rule;
import dev.gabion.finding.ControlDescription;
import dev.gabion.finding.Mappings;
import dev.gabion.kube.tree.JsonText;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import java.util.List;
import java.util.stream.Collectors;

/** The documentation page of a control, in Markdown, made from its file. */
final class ControlPage {
    private final Control control;
    private final ControlDescription text;
    private final StringBuilder out = new StringBuilder();

    private ControlPage(Control control) {
        this.control = control;
        this.text = control.description();
    }

    static String of(Control control) {
        ControlPage page = new ControlPage(control);
        page.write();
        return page.out.toString();
    }

    private void write() {
        line("# " + control.id() + ": " + text.title());
        line("");
        line("**Severity: " + control.severity().word() + ".** " + text.severityReason());
        section("Why", text.rationale());
        section("What to do", text.remedy());
        line("");
        line("## What is judged");
        line("");
        line(subject());
        for (Rule rule : control.program().rules()) {
            String path = rule.path().toString().isEmpty()
                    ? "the " + control.scope().word() + " itself"
                    : rule.path().toString();
            line("");
            line("`" + path + "` " + (rule.offendsWhen() ? "offends when" : "must satisfy"));
            line("");
            line("```cel");
            line(rule.source());
            line("```");
        }
        if (control.head().isJava()) {
            line("");
            line("The check is written in Java, because CEL cannot say it.");
        }
        needs();
        params();
        podSecurity();
        fix();
        mappings();
    }

    private String subject() {
        String what = switch (control.scope()) {
            case OBJECT -> "Objects";
            case POD -> "Pod specs of every workload";
            case CONTAINER ->
                control.head().components().isEmpty()
                        ? "Containers of every workload, init and ephemeral ones included"
                        : "Containers that run "
                                + String.join(" or ", control.head().components());
            case NAMESPACE -> "Namespaces";
            case CLUSTER -> "The input as a whole";
        };
        String kinds = control.head().match().stream().map(ControlPage::kinds).collect(Collectors.joining("; "));
        return what + (kinds.isEmpty() ? "." : ": " + kinds + ".");
    }

    private static String kinds(KindMatch match) {
        String groups =
                match.groups().stream().map(g -> g.isEmpty() ? "core" : g).collect(Collectors.joining(", "));
        return String.join(", ", match.kinds()) + " (" + groups + ")";
    }

    private void needs() {
        if (!control.head().needs().isEmpty()) {
            String needs = control.head().needs().stream().map(Need::toString).collect(Collectors.joining("`, `"));
            line("");
            line("Needs what the object itself does not say: `" + needs + "`. Admission cannot know all of that.");
        }
    }

    private void params() {
        MapNode params = control.head().params();
        if (params.size() == 0) {
            return;
        }
        line("");
        line("## Parameters");
        line("");
        for (int i = 0; i < params.size(); i++) {
            line("- `" + params.key(i) + "`, default `" + JsonText.of(params.value(i)) + "`");
        }
    }

    private void podSecurity() {
        PodSecurityCheck pss = control.head().pss();
        if (pss == null) {
            return;
        }
        String from = pss.revisions().stream().map(r -> "v1." + r.fromMinor()).collect(Collectors.joining(", "));
        line("");
        line("Part of the Pod Security check `" + pss.check() + "`, level " + pss.level() + "; revisions: " + from
                + ".");
    }

    private void fix() {
        List<FixTemplate> fixes = control.program().fix();
        if (fixes.isEmpty()) {
            return;
        }
        line("");
        line("## Fix");
        line("");
        for (FixTemplate fix : fixes) {
            Node value = fix.value();
            line("- " + fix.op() + " `" + fix.path() + "`" + (value == null ? "" : " to `" + JsonText.of(value) + "`"));
        }
    }

    private void mappings() {
        Mappings m = text.mappings();
        line("");
        line("## Answers");
        line("");
        mapping("NSA/CISA guidance", m.nsa());
        mapping("CIS benchmark", m.cis());
        mapping("Pod Security Standards", m.psa());
        mapping("ATT&CK", m.mitre());
        mapping("RBAC risks", m.rbac());
    }

    private void mapping(String name, List<String> ids) {
        if (!ids.isEmpty()) {
            line("- " + name + ": " + String.join(", ", ids));
        }
    }

    private void section(String title, String body) {
        line("");
        line("## " + title);
        line("");
        line(body);
    }

    private void line(String line) {
        out.append(line).append('\n');
    }
}
