package dev.gabion.controls.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.controls.catalogue.Control;
import dev.gabion.controls.catalogue.PodSecurityCheck;
import dev.gabion.controls.catalogue.Program;
import dev.gabion.controls.catalogue.Rule;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Deletes every rule, every version change and every allowed name of the Pod Security controls in turn, and expects some
 * case to notice. Source: pod security standards, section 9.
 */
class PodSecurityMutationTest {
    @Test
    void whateverIsDeletedFromTheStandards_someCaseNotices() throws Exception {
        PodSecurityJudge judge = PodSecurityJudge.ofSources();
        List<PodSecurityCase> cases = PodSecurityCase.all();
        List<String> unnoticed = new ArrayList<>();
        int mutants = 0;
        for (Control control : judge.controls()) {
            for (Mutant mutant : mutants(control)) {
                mutants++;
                PodSecurityJudge mutated = judge.with(mutant.control);
                if (cases.stream().allMatch(c -> c.disagreements(mutated).isEmpty())) {
                    unnoticed.add(mutant.name);
                }
            }
        }
        assertThat(unnoticed).isEmpty();
        assertThat(mutants).isGreaterThan(150);
    }

    private record Mutant(String name, Control control) {}

    private static List<Mutant> mutants(Control control) {
        List<Mutant> all = new ArrayList<>();
        String check = control.head().pss().check();
        Program program = control.program();
        for (Rule rule : program.rules()) {
            List<Rule> rest =
                    program.rules().stream().filter(r -> !r.equals(rule)).toList();
            Program less = new Program(program.appliesWhen(), rest, program.message(), program.fix());
            all.add(new Mutant(check + " without the field " + rule.path(), changed(control, control.head(), less)));
        }
        if (program.appliesWhen() != null) {
            Program always = new Program(null, program.rules(), program.message(), program.fix());
            all.add(new Mutant(check + " without its exemption", changed(control, control.head(), always)));
        }
        List<PodSecurityCheck.Revision> revisions = control.head().pss().revisions();
        for (int i = 0; i < revisions.size(); i++) {
            List<PodSecurityCheck.Revision> fewer = new ArrayList<>(revisions);
            PodSecurityCheck.Revision gone = fewer.remove(i);
            all.add(new Mutant(check + " without its change at " + gone.fromMinor(), revised(control, fewer)));
            for (int shift : new int[] {-1, 1}) {
                if (gone.fromMinor() + shift >= 0) {
                    List<PodSecurityCheck.Revision> moved = new ArrayList<>(revisions);
                    moved.set(i, new PodSecurityCheck.Revision(gone.fromMinor() + shift, gone.params()));
                    String name = check + " with its change at " + gone.fromMinor() + " moved by " + shift;
                    all.add(new Mutant(name, revised(control, moved)));
                }
            }
            all.addAll(withoutNames(control, i));
        }
        return all;
    }

    /** One mutant for each name a revision newly allows, or for each of the control itself where revisions say nothing. */
    private static List<Mutant> withoutNames(Control control, int revision) {
        List<Mutant> all = new ArrayList<>();
        List<PodSecurityCheck.Revision> revisions = control.head().pss().revisions();
        MapNode own = revisions.get(revision).params();
        MapNode params = own.size() > 0 ? own : control.head().params();
        for (int p = 0; p < params.size(); p++) {
            if (!(params.value(p) instanceof ListNode names)) {
                continue;
            }
            for (Node name : names) {
                List<Node> rest = new ArrayList<>();
                names.forEach(n -> {
                    if (!n.same(name)) {
                        rest.add(n);
                    }
                });
                List<PodSecurityCheck.Revision> changed = new ArrayList<>(revisions);
                PodSecurityCheck.Revision at = revisions.get(revision);
                MapNode less = params.with(params.key(p), ListNode.of(rest));
                changed.set(revision, new PodSecurityCheck.Revision(at.fromMinor(), less));
                String text = control.head().pss().check() + " without " + name + " from " + at.fromMinor();
                all.add(new Mutant(text, revised(control, changed)));
            }
        }
        return all;
    }

    private static Control revised(Control control, List<PodSecurityCheck.Revision> revisions) {
        Control.Head head = control.head();
        PodSecurityCheck pss = head.pss();
        PodSecurityCheck other = new PodSecurityCheck(pss.check(), pss.level(), pss.twin(), revisions);
        return changed(
                control,
                new Control.Head(
                        head.id(),
                        head.severity(),
                        head.scope(),
                        head.match(),
                        head.components(),
                        head.needs(),
                        head.params(),
                        other,
                        head.enabled(),
                        head.isJava(),
                        head.digest()),
                control.program());
    }

    private static Control changed(Control control, Control.Head head, Program program) {
        return new Control(head, () -> program, control::description);
    }
}
