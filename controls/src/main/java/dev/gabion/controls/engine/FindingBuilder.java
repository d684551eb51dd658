package dev.gabion.controls.engine;

import dev.gabion.cel.eval.CelError;
import dev.gabion.cel.eval.CheckedExpression;
import dev.gabion.cel.eval.EvaluationStopped;
import dev.gabion.cel.eval.NullValue;
import dev.gabion.controls.catalogue.Control;
import dev.gabion.controls.catalogue.FixTemplate;
import dev.gabion.controls.catalogue.MessageTemplate;
import dev.gabion.controls.catalogue.Rule;
import dev.gabion.controls.catalogue.Scope;
import dev.gabion.controls.component.FlagPath;
import dev.gabion.controls.credential.Assignments;
import dev.gabion.controls.credential.CredentialShapes;
import dev.gabion.finding.Finding;
import dev.gabion.finding.Fingerprint;
import dev.gabion.finding.FixOperation;
import dev.gabion.finding.SecretFields;
import dev.gabion.finding.Verdict;
import dev.gabion.finding.Why;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.JsonText;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import dev.gabion.kube.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a finding out of an offending path: position, value, message, fix and fingerprint. */
final class FindingBuilder {
    private static final int LONGEST_VALUE = 1_000;
    private static final int LONGEST_HOLE = 200;
    private static final int SHORT_SECRET = 8;

    /** The annotation that repeats an object as somebody applied it. */
    private static final FieldPath.Step LAST_APPLIED =
            new FieldPath.Step.Key("kubectl.kubernetes.io/last-applied-configuration");

    private final ActiveControl active;
    private final Target target;
    private final Evaluation evaluation;
    private final FieldPath path;
    private final @Nullable String container;
    private final @Nullable FlagSite flag;

    FindingBuilder(
            ActiveControl active,
            Target target,
            Evaluation evaluation,
            FieldPath path,
            @Nullable String container,
            @Nullable FlagSite flag) {
        this.active = active;
        this.target = target;
        this.evaluation = evaluation;
        this.path = path;
        this.container = container;
        this.flag = flag;
    }

    /**
     * A failing finding.
     *
     * @param rule that offends, or null for a check written in Java
     * @param filled what took the place of each {@code [*]} of its path
     */
    Finding fail(@Nullable Rule rule, List<FieldPath.Step> filled) {
        Control control = active.control();
        List<FixOperation> fix = fix(rule, filled);
        boolean unset = flag != null && !flag.run().has(flag.flag());
        Node written = unset ? null : target.written(path);
        boolean secret = written != null
                && (SecretFields.bears(target.object(), path, target.written()) || holdsCredential(written));
        String hidden = secret && written instanceof ScalarNode s && s.value() instanceof String text ? text : null;
        String message = message(control.program().message(), hidden);
        return build(Verdict.FAIL, message, null, value(written, secret), expected(fix), fix);
    }

    /** What controls of credentials look for must not be printed by any control. */
    private boolean holdsCredential(Node written) {
        boolean copy = !path.steps().isEmpty() && path.steps().getLast().equals(LAST_APPLIED);
        return copy
                || (written instanceof ScalarNode s
                        && s.value() instanceof String text
                        && (CredentialShapes.in(text) != null || Assignments.inFile(text) != null));
    }

    Finding undecided(Why why) {
        return build(Verdict.UNDECIDED, active.control().description().title(), why, null, null, List.of());
    }

    private Finding build(
            Verdict verdict,
            String message,
            @Nullable Why why,
            @Nullable String value,
            @Nullable String expected,
            List<FixOperation> fix) {
        Control control = active.control();
        String anonymous = target.object().document().file() + "#"
                + target.object().document().index();
        return new Finding(
                control.id(),
                verdict,
                control.severity(),
                message,
                why,
                target.reference(),
                container,
                target.object().prefix().plus(path).toString(),
                target.place(path),
                value,
                expected,
                fix,
                Fingerprint.of(control.id(), target.reference(), container, path, target.written(), anonymous),
                null,
                null);
    }

    private static @Nullable String value(@Nullable Node written, boolean secret) {
        if (written == null) {
            return null;
        }
        if (secret) {
            return '"' + SecretFields.MASK + '"';
        }
        String json = JsonText.of(SecretFields.masked(written));
        if (json.length() <= LONGEST_VALUE) {
            return json;
        }
        StringBuilder cut = new StringBuilder();
        JsonText.quote(cut, json.substring(0, LONGEST_VALUE) + "…");
        return cut.toString();
    }

    private @Nullable String expected(List<FixOperation> fix) {
        String here = path.toString();
        for (FixOperation operation : fix) {
            if (operation.op().equals("set") && operation.path().equals(here)) {
                return operation.value();
            }
        }
        return null;
    }

    private List<FixOperation> fix(@Nullable Rule rule, List<FieldPath.Step> filled) {
        List<FixTemplate> templates = active.control().program().fix();
        if (templates.isEmpty()) {
            return List.of();
        }
        if (flag != null) {
            return flagFix(flag, templates);
        }
        List<FixOperation> all = new ArrayList<>(templates.size());
        for (FixTemplate template : templates) {
            if (mends(template, rule)) {
                Node value = template.value();
                String at = absolute(filled(template.path(), filled)).toString();
                all.add(new FixOperation(template.op(), at, value == null ? null : JsonText.of(value)));
            }
        }
        return all;
    }

    /** Of a control with several fields, an edit mends the field whose path it has. */
    private boolean mends(FixTemplate template, @Nullable Rule rule) {
        return rule == null
                || active.control().program().rules().size() == 1
                || rule.path().equals(template.path());
    }

    private FieldPath absolute(FieldPath path) {
        Workload workload = target.workload();
        return workload != null && PodPaths.isMetadata(path)
                ? PodPaths.metadata(workload.podPath()).plus(PodPaths.belowMetadata(path))
                : site().plus(path);
    }

    private static List<FixOperation> flagFix(FlagSite site, List<FixTemplate> templates) {
        List<FixOperation> all = new ArrayList<>();
        for (FixTemplate template : templates) {
            String value = template.value() instanceof ScalarNode s ? String.valueOf(s.value()) : "";
            FixOperation set = site.run().set(site.flag(), value);
            if (set != null && site.flag().equals(FlagPath.flag(template.path()))) {
                all.add(set);
            }
        }
        return all;
    }

    /** Where the target's own paths begin in the object. */
    private FieldPath site() {
        Workload workload = target.workload();
        if (workload == null || !active.control().scope().ofWorkloads()) {
            return FieldPath.ROOT;
        }
        if (active.control().scope() == Scope.POD) {
            return workload.podPath();
        }
        int containerSteps = workload.podPath().steps().size() + 2;
        return FieldPath.of(path.steps().subList(0, containerSteps));
    }

    private static FieldPath filled(FieldPath pattern, List<FieldPath.Step> filled) {
        if (!pattern.isPattern()) {
            return pattern;
        }
        List<FieldPath.Step> steps = new ArrayList<>();
        int used = 0;
        for (FieldPath.Step step : pattern.steps()) {
            boolean every = step instanceof FieldPath.Step.Every && used < filled.size();
            steps.add(every ? filled.get(used++) : step);
        }
        return FieldPath.of(steps);
    }

    private String message(MessageTemplate template, @Nullable String hidden) {
        StringBuilder out = new StringBuilder();
        for (MessageTemplate.Part part : template.parts()) {
            out.append(part.text());
            if (part.hole() != null) {
                String text = hole(part.hole());
                if (text == null) {
                    return active.control().description().title();
                }
                out.append(masked(text, hidden));
            }
        }
        return out.toString();
    }

    /** A short secret may be part of another word by chance, and hiding it there would give it away. */
    private static String masked(String text, @Nullable String hidden) {
        if (hidden == null || hidden.isEmpty()) {
            return text;
        }
        return hidden.length() >= SHORT_SECRET || text.equals(hidden) ? text.replace(hidden, SecretFields.MASK) : text;
    }

    private @Nullable String hole(CheckedExpression expression) {
        Object value;
        try {
            value = expression.eval(evaluation.frame());
        } catch (EvaluationStopped e) {
            return null;
        }
        if (value instanceof CelError || value instanceof NullValue) {
            return null;
        }
        boolean scalar = value instanceof String || value instanceof Number || value instanceof Boolean;
        if (!scalar) {
            return null;
        }
        String text = value.toString();
        return text.length() <= LONGEST_HOLE ? text : text.substring(0, LONGEST_HOLE) + "…";
    }
}
