package dev.gabion.report.generate;

import dev.gabion.finding.Changes;
import dev.gabion.finding.ControlDescription;
import dev.gabion.finding.Diagnostic;
import dev.gabion.finding.ExceptionState;
import dev.gabion.finding.Finding;
import dev.gabion.finding.Finding.BaselineState;
import dev.gabion.finding.FindingOrder;
import dev.gabion.finding.FixOperation;
import dev.gabion.finding.FrameworkResult;
import dev.gabion.finding.Mappings;
import dev.gabion.finding.ObjectReference;
import dev.gabion.finding.Pass;
import dev.gabion.finding.Place;
import dev.gabion.finding.Provenance;
import dev.gabion.finding.Report;
import dev.gabion.finding.ReportTarget;
import dev.gabion.finding.RequirementResult;
import dev.gabion.finding.Severity;
import dev.gabion.finding.Sha256;
import dev.gabion.finding.Summary;
import dev.gabion.finding.Tally;
import dev.gabion.finding.Verdict;
import dev.gabion.finding.Why;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Makes up reports whose figures agree with their findings. The same seed and the same calls make the same report.
 * Objects stand in files, several in a file and some on one line, or in a cluster without a file.
 */
public final class ReportGenerator {
    private static final List<String> TITLES = List.of(
            "Containers must not run privileged",
            "Pods must not share the host's process namespace",
            "Containers must not run as root",
            "Images must be pinned by digest",
            "Pods must be selected by a network policy for ingress",
            "Roles must not grant access to all secrets",
            "Containers need memory limits",
            "Workloads must not live in the default namespace");
    private static final List<String> KINDS = List.of("Deployment", "StatefulSet", "DaemonSet", "CronJob", "Pod");
    private static final List<String> NAMES = List.of("web", "cart", "payments", "search", "mail", "ledger", "edge");
    private static final List<String> NAMESPACES = List.of("shop", "billing", "ops");
    private static final List<String> FIELDS = List.of(
            "securityContext.privileged", "securityContext.runAsNonRoot", "resources.limits.memory", "image", "env");
    private static final List<String> TACTICS = List.of("Initial access", "Execution", "Privilege escalation");

    private final Random random;
    private List<String> odd = List.of();
    private int controls = 12;
    private int findings = 60;
    private int diagnostics = 3;
    private boolean passes;
    private boolean frameworks;
    private boolean exceptions;
    private boolean baseline;
    private String timestamp = "";
    private int nextOdd;

    private ReportGenerator(long seed) {
        this.random = new Random(seed);
    }

    public static ReportGenerator seeded(long seed) {
        return new ReportGenerator(seed);
    }

    /** A report of a run that had nothing to judge. */
    public static Report empty() {
        return seeded(0).controls(0).findings(0).diagnostics(0).report();
    }

    /** A report that found nothing and could not read everything. */
    public static Report onlyDiagnostics() {
        return seeded(0).findings(0).diagnostics(7).report();
    }

    /** A report that has everything a report can have. */
    public static Report full(long seed, int findings) {
        return seeded(seed)
                .findings(findings)
                .withPasses()
                .withFrameworks()
                .withExceptions()
                .withBaseline()
                .report();
    }

    public ReportGenerator controls(int number) {
        controls = number;
        return this;
    }

    public ReportGenerator findings(int number) {
        findings = number;
        return this;
    }

    public ReportGenerator diagnostics(int number) {
        diagnostics = number;
        return this;
    }

    public ReportGenerator withPasses() {
        passes = true;
        return this;
    }

    public ReportGenerator withFrameworks() {
        frameworks = true;
        return this;
    }

    public ReportGenerator withExceptions() {
        exceptions = true;
        return this;
    }

    public ReportGenerator withBaseline() {
        baseline = true;
        return this;
    }

    public ReportGenerator at(String time) {
        timestamp = time;
        return this;
    }

    /** Takes these texts, one after the other, for every text that people or manifests can choose. */
    public ReportGenerator saying(List<String> texts) {
        odd = texts;
        return this;
    }

    private String say(String usual) {
        return odd.isEmpty() ? usual : odd.get(nextOdd++ % odd.size());
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    public Report report() {
        List<ControlDescription> described = new ArrayList<>();
        for (int i = 0; i < controls; i++) {
            described.add(control(i));
        }
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < findings && controls > 0; i++) {
            found.add(finding(one(described), i));
        }
        found.sort(FindingOrder.INSTANCE);
        List<Pass> passed = passes ? passes(described, found) : List.of();
        List<Diagnostic> told = new ArrayList<>();
        for (int i = 0; i < diagnostics; i++) {
            told.add(diagnostic(i));
        }
        return new Report(
                "0.1.0",
                new ReportTarget("files", say("k8s/"), odd.isEmpty() ? "v1.36" : null),
                timestamp.isEmpty() ? null : timestamp,
                told,
                described,
                found,
                passes ? passed : null,
                frameworks ? List.of(framework("nsa", described), framework("mitre", described)) : List.of(),
                exceptions ? states(found) : List.of(),
                baseline ? new Changes(old(described, 4), old(described, 2)) : null,
                summary(found, passed, told.size()),
                say("3 findings at or above high; mend them, or raise --fail-on"));
    }

    private ControlDescription control(int number) {
        Severity severity = one(List.of(Severity.values()));
        String id = "GBN-POD-" + String.valueOf(1_000 + number).substring(1);
        return new ControlDescription(
                id,
                say(one(TITLES)),
                severity,
                say("It is what attackers look for first."),
                say("A container that may do everything is root on the node in all but name. "
                        + "One compromised process then reads what belongs to others."),
                say("Remove the field, or set it to the value the remedy names."),
                say("docs/controls/" + id + ".md"),
                new Mappings(
                        random.nextBoolean() ? List.of(say("NSA-POD-" + number)) : List.of(),
                        random.nextBoolean() ? List.of(say("5.2." + number), say("5.7." + number)) : List.of(),
                        random.nextBoolean() ? List.of("baseline") : List.of(),
                        random.nextBoolean() ? List.of("privileged") : List.of(),
                        random.nextBoolean() ? List.of("T1611") : List.of(),
                        List.of()));
    }

    private ObjectReference object(String namespace) {
        return new ObjectReference(
                random.nextInt(5) == 0 ? "v1" : "apps/v1",
                one(KINDS),
                namespace,
                random.nextInt(20) == 0 ? null : say(one(NAMES)));
    }

    private Finding finding(ControlDescription control, int number) {
        int kind = random.nextInt(10);
        Verdict verdict = kind < 7 || (kind == 8 && !exceptions)
                ? Verdict.FAIL
                : kind == 8 ? Verdict.EXCEPTED : Verdict.UNDECIDED;
        String namespace = random.nextInt(4) == 0 ? null : say(one(NAMESPACES));
        ObjectReference object = object(namespace);
        String container = random.nextBoolean() ? say("app") : null;
        String path = "spec.template.spec.containers[" + random.nextInt(3) + "]." + say(one(FIELDS));
        boolean missing = random.nextBoolean();
        Finding finding = new Finding(
                control.id(),
                verdict,
                control.severity(),
                say("container app says what it should not"),
                verdict == Verdict.UNDECIDED ? why() : null,
                object,
                container,
                path,
                place(missing),
                missing || verdict == Verdict.UNDECIDED
                        ? null
                        : one(List.of("true", "0", "\"nginx:latest\"", "\"***\"")),
                random.nextBoolean() ? "false" : null,
                random.nextBoolean() ? List.of(new FixOperation("set", path, "false")) : List.of(),
                Sha256.hex((control.id() + object + container + path + number % 50).getBytes(StandardCharsets.UTF_8)),
                baseline && verdict == Verdict.FAIL ? one(List.of(BaselineState.values())) : null,
                verdict == Verdict.EXCEPTED ? "EX-" + random.nextInt(2) : null,
                random.nextInt(10) == 0
                        ? List.of(new Provenance("values", say("chart/values.yaml"), 3, 1, say("app.image")))
                        : List.of());
        return finding;
    }

    private Why why() {
        return new Why(
                one(List.of(Why.Kind.values())),
                say("the ServiceAccount default of namespace " + one(NAMESPACES) + " is not among the inputs"));
    }

    private Place place(boolean missing) {
        if (random.nextInt(6) == 0) {
            return new Place("", 0, 0, 0, 0, missing);
        }
        int document = random.nextInt(3);
        int line = 1 + document * 30 + random.nextInt(20);
        String file = say("k8s/" + one(NAMES) + ".yaml");
        return new Place(file, document, line, 1 + random.nextInt(12), line + random.nextInt(3), missing);
    }

    private List<Pass> passes(List<ControlDescription> described, List<Finding> found) {
        Set<Unit> taken = new LinkedHashSet<>();
        found.forEach(f -> taken.add(Unit.of(f)));
        Set<Unit> free = new LinkedHashSet<>();
        List<Pass> all = new ArrayList<>();
        for (int i = 0; i < findings; i++) {
            ControlDescription control = one(described);
            String file = "k8s/" + one(NAMES) + ".yaml";
            ObjectReference object = object(one(NAMESPACES));
            Unit unit = new Unit(control.id(), file, i, object);
            if (!taken.contains(unit) && free.add(unit)) {
                String reason = random.nextInt(4) == 0 ? say("the pod uses the host's network") : null;
                all.add(new Pass(control.id(), object, file, i, reason));
            }
        }
        all.sort(Comparator.comparing(Pass::control).thenComparing(Pass::file).thenComparingInt(Pass::document));
        return all;
    }

    private Diagnostic diagnostic(int number) {
        String level = List.of("error", "warning", "info").get(number % 3);
        boolean placed = number % 2 == 0;
        return new Diagnostic(
                level,
                say("yamlSyntax"),
                say("k8s/broken-" + number + ".yaml"),
                placed ? number + 1 : 0,
                placed ? 5 : 0,
                say("a key stands where a value should"),
                say("indent the key"));
    }

    private FrameworkResult framework(String id, List<ControlDescription> described) {
        List<RequirementResult> rows = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Verdict verdict = one(List.of(Verdict.values()));
            rows.add(new RequirementResult(
                    id.equals("mitre") ? "T16" + (10 + i) : say("NSA-POD-" + i),
                    say(one(TITLES)),
                    verdict,
                    described.isEmpty() ? List.of() : List.of(one(described).id()),
                    verdict == Verdict.FAIL ? 1 + random.nextInt(9) : 0,
                    verdict == Verdict.UNDECIDED ? say("missingEvidence: the node's configuration") : null,
                    id.equals("mitre") ? List.of(one(TACTICS)) : List.of()));
        }
        return new FrameworkResult(id, say("Framework " + id), "1.2", random.nextInt(1_000) / 10.0, rows);
    }

    private List<ExceptionState> states(List<Finding> found) {
        List<ExceptionState> states = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String id = "EX-" + i;
            long used = found.stream().filter(f -> id.equals(f.exception())).count();
            String state = used == 0 ? "unused" : "active";
            states.add(new ExceptionState(
                    id,
                    state,
                    "exceptions.yaml:" + (3 + i),
                    say("needs host metrics"),
                    say("team-sre"),
                    "2027-01-31",
                    used,
                    used == 0 ? "covers nothing; remove it" : ""));
        }
        states.add(new ExceptionState(
                "EX-9",
                "expired",
                "exceptions.yaml:9",
                say("was needed once"),
                "",
                "2020-01-01",
                0,
                "renew or remove it"));
        return states;
    }

    private List<Finding> old(List<ControlDescription> described, int number) {
        List<Finding> old = new ArrayList<>();
        for (int i = 0; i < number && !described.isEmpty(); i++) {
            Finding finding = finding(one(described), i);
            if (finding.verdict() == Verdict.FAIL) {
                old.add(finding);
            }
        }
        old.sort(FindingOrder.INSTANCE);
        return old;
    }

    /** A control and an object at its place. */
    private record Unit(String control, String file, int document, ObjectReference object) {
        static Unit of(Finding f) {
            return new Unit(f.control(), f.place().file(), f.place().document(), f.object());
        }
    }

    private Summary summary(List<Finding> found, List<Pass> passed, int unread) {
        Map<Unit, Verdict> units = new HashMap<>();
        Map<Severity, Long> severities = new EnumMap<>(Severity.class);
        long added = 0;
        for (Finding f : found) {
            units.merge(Unit.of(f), f.verdict(), ReportGenerator::worse);
            if (f.verdict() == Verdict.FAIL) {
                severities.merge(f.severity(), 1L, Long::sum);
                added += f.baseline() == BaselineState.NEW ? 1 : 0;
            }
        }
        Tally tally = new Tally();
        units.values().forEach(tally::add);
        passed.forEach(p -> tally.add(p.verdict()));
        boolean judged = tally.evaluated() > 0;
        return new Summary(
                found.size(),
                controls,
                tally,
                found.size(),
                severities,
                added,
                100,
                100 - unread,
                judged ? 71.29 : null,
                judged ? 70.1 : null);
    }

    private static Verdict worse(Verdict a, Verdict b) {
        List<Verdict> worstFirst = List.of(Verdict.FAIL, Verdict.UNDECIDED, Verdict.EXCEPTED);
        return worstFirst.indexOf(a) <= worstFirst.indexOf(b) ? a : b;
    }
}
