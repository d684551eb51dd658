package dev.gabion.controls.compile;

import dev.gabion.cel.compile.CompileException;
import dev.gabion.cel.compile.Environment;
import dev.gabion.cel.compile.ExpressionCompiler;
import dev.gabion.cel.compile.VariableType;
import dev.gabion.cel.eval.CheckedExpression;
import dev.gabion.controls.catalogue.Control;
import dev.gabion.controls.catalogue.ControlVariable;
import dev.gabion.controls.catalogue.FixTemplate;
import dev.gabion.controls.catalogue.KindMatch;
import dev.gabion.controls.catalogue.MessageTemplate;
import dev.gabion.controls.catalogue.Need;
import dev.gabion.controls.catalogue.PodSecurityCheck;
import dev.gabion.controls.catalogue.Program;
import dev.gabion.controls.catalogue.Rule;
import dev.gabion.controls.catalogue.Scope;
import dev.gabion.controls.component.ComponentRuns;
import dev.gabion.controls.component.FlagPath;
import dev.gabion.finding.ControlDescription;
import dev.gabion.finding.Mappings;
import dev.gabion.finding.Severity;
import dev.gabion.finding.Sha256;
import dev.gabion.kube.tree.Document;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.JsonText;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import dev.gabion.kube.workload.PodContainer.ContainerList;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the document of a control. Source of the format: admission specification, section 1, with rulings,
 * section 2; the schema shipped as {@code control.schema.json} says the same.
 */
public final class ControlCompiler {
    /** The format this reads. */
    public static final String API_VERSION = "gabion.io/v1alpha1";

    private static final int KUBERNETES_MINOR = 36;
    private static final Pattern OWN_ID =
            Pattern.compile("GBN-(POD|IMG|SA|SEC|RBAC|NET|NS|RES|REL|API|ADM|NODE|CP|AUD|SCC|HYG)-\\d{3}");
    private static final FieldPath.Step ALL_CONTAINERS = new FieldPath.Step.Key("allContainers");
    private static final Pattern USER_ID = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{1,63}");
    private static final Set<String> KEYS = Set.of(
            "apiVersion",
            "kind",
            "id",
            "title",
            "severity",
            "severityReason",
            "rationale",
            "remedy",
            "scope",
            "match",
            "component",
            "params",
            "needs",
            "appliesWhen",
            "check",
            "field",
            "fields",
            "message",
            "fix",
            "mappings",
            "pss",
            "enabled",
            "engine",
            "examples");

    private final ExpressionCompiler expressions;
    private final boolean ownCatalogue;
    private final List<ControlProblem> problems = new ArrayList<>();

    /**
     * Makes a compiler.
     *
     * @param ownCatalogue whether ids must be Gabion's own and every text must be there
     */
    public ControlCompiler(boolean ownCatalogue) {
        this.ownCatalogue = ownCatalogue;
        Map<String, VariableType> variables = new LinkedHashMap<>();
        for (ControlVariable variable : ControlVariable.values()) {
            variables.put(variable.variable(), type(variable));
        }
        this.expressions = new ExpressionCompiler(Environment.of(KUBERNETES_MINOR, variables));
    }

    private static VariableType type(ControlVariable variable) {
        return switch (variable) {
            case NAMESPACE_OBJECT -> VariableType.NAMESPACE;
            case PSS_VERSION, KEY, COMPONENT -> VariableType.STRING;
            case FLAGS, POLICIES, OBJECTS, ISOLATION -> VariableType.MAP;
            case LIMIT_RANGES, QUOTAS, SERVICES, SELECTED, WORKLOADS, NAMESAKES -> VariableType.LIST;
            default -> VariableType.DYN;
        };
    }

    /** A control with its examples, which stay with the source. */
    public record Compiled(Control control, Examples examples) {}

    /** Compiles one document, or throws with everything that is wrong with it. */
    public Compiled compile(Document document, MapNode root) throws ControlException {
        problems.clear();
        YamlMap source = new YamlMap(document, root, problems::add);
        source.allow(KEYS);
        Compiled compiled = new One(source).compile();
        if (!problems.isEmpty()) {
            throw new ControlException(problems);
        }
        return compiled;
    }

    private final class One {
        private final YamlMap source;
        private final Set<ControlVariable> used = new TreeSet<>();
        private final Set<String> objectKinds = new TreeSet<>();

        One(YamlMap source) {
            this.source = source;
        }

        Compiled compile() {
            if (!API_VERSION.equals(source.required("apiVersion")) || !"Control".equals(source.required("kind"))) {
                source.reportAt("kind", "want apiVersion " + API_VERSION + " and kind Control");
            }
            String id = id();
            Scope scope = scope();
            boolean isJava = "java".equals(source.has("engine") ? source.required("engine") : "cel");
            if (isJava && !ownCatalogue) {
                source.reportAt("engine", "only Gabion's own controls can be written in Java");
            }
            ControlDescription description = description(id);
            List<String> components = components(scope);
            Program program = program(scope, isJava);
            flagPaths(program, !components.isEmpty());
            List<Need> needs = needs();
            Control.Head head = new Control.Head(
                    id,
                    description.severity(),
                    scope,
                    match(scope),
                    components,
                    needs,
                    params(),
                    pss(),
                    source.flag("enabled", true),
                    isJava,
                    digest());
            return new Compiled(
                    new Control(head, () -> program, () -> description), Examples.read(source, problems::add));
        }

        private String id() {
            String id = source.required("id");
            Pattern pattern = ownCatalogue ? OWN_ID : USER_ID;
            if (!id.isEmpty() && !pattern.matcher(id).matches()) {
                source.reportAt(
                        "id", ownCatalogue ? "want GBN-AREA-NNN with a known area" : "want letters, digits, . _ -");
            }
            if (!ownCatalogue && id.startsWith("GBN-")) {
                source.reportAt("id", "ids that begin with GBN- are Gabion's own");
            }
            return id;
        }

        private List<String> components(Scope scope) {
            List<String> components = source.strings("component");
            if (!components.isEmpty() && scope != Scope.CONTAINER) {
                source.reportAt("component", "only scope container has a component");
            }
            if (!ComponentRuns.components().containsAll(components)) {
                source.reportAt("component", "want some of " + new TreeSet<>(ComponentRuns.components()));
            }
            return components;
        }

        /** Where a control is about components, its rules and fixes point at flags, and nowhere else. */
        private void flagPaths(Program program, boolean aboutComponents) {
            for (Rule rule : program.rules()) {
                if (FlagPath.is(rule.path()) != aboutComponents) {
                    source.reportAt("check", flagPathProblem(aboutComponents));
                }
            }
            for (FixTemplate fix : program.fix()) {
                if (FlagPath.is(fix.path()) != aboutComponents
                        || (aboutComponents && !fix.op().equals("set"))) {
                    source.reportAt("fix", flagPathProblem(aboutComponents));
                }
            }
        }

        private static String flagPathProblem(boolean aboutComponents) {
            return aboutComponents
                    ? "a control with a component points at flags.NAME, and its fixes set flags"
                    : "only a control with a component may point at flags.NAME";
        }

        private Scope scope() {
            String word = source.required("scope");
            Scope scope = Scope.of(word);
            if (scope == null && !word.isEmpty()) {
                source.reportAt("scope", "want object, pod, container, namespace or cluster");
            }
            return scope == null ? Scope.OBJECT : scope;
        }

        private ControlDescription description(String id) {
            String word = source.required("severity");
            Severity severity = Severity.of(word);
            if (severity == null && !word.isEmpty()) {
                source.reportAt("severity", "want critical, high, medium, low or info");
            }
            return new ControlDescription(
                    id,
                    oneLine("title"),
                    severity == null ? Severity.INFO : severity,
                    prose("severityReason"),
                    prose("rationale"),
                    prose("remedy"),
                    "docs/controls/" + id + ".md",
                    mappings());
        }

        private String oneLine(String key) {
            String text = source.required(key);
            if (text.indexOf('\n') >= 0) {
                source.reportAt(key, "\"" + key + "\" must be one line");
            }
            return text;
        }

        /** Running text: lines of a paragraph are joined. Users may leave it out. */
        private String prose(String key) {
            String text = ownCatalogue ? source.required(key) : source.optional(key);
            return text == null ? "" : text.replaceAll("\\s*\\n\\s*", " ").strip();
        }

        private Mappings mappings() {
            YamlMap map = source.map("mappings");
            if (map == null) {
                return Mappings.NONE;
            }
            map.allow(Set.of("nsa", "cis", "pss", "psa", "mitre", "rbac"));
            YamlMap pss = source.map("pss");
            List<String> level = pss == null ? map.strings("pss") : List.of(pss.required("level"));
            List<String> check = pss == null ? map.strings("psa") : List.of(pss.required("check"));
            return new Mappings(
                    map.strings("nsa"), map.strings("cis"), level, check, map.strings("mitre"), map.strings("rbac"));
        }

        private List<KindMatch> match(Scope scope) {
            List<KindMatch> all = new ArrayList<>();
            for (YamlMap item : source.maps("match")) {
                item.allow(Set.of("apiGroups", "kinds"));
                all.add(new KindMatch(item.strings("apiGroups"), item.strings("kinds")));
            }
            if (all.isEmpty() && scope == Scope.OBJECT) {
                source.reportAt("scope", "scope object needs \"match\"");
            }
            return all;
        }

        private MapNode params() {
            YamlMap params = source.map("params");
            if (params == null) {
                return MapNode.EMPTY;
            }
            MapNode.Builder defaults = MapNode.builder();
            for (String name : params.node().keys()) {
                YamlMap param = params.map(name);
                if (param == null) {
                    continue;
                }
                param.allow(Set.of("type", "default", "description"));
                Node value = param.node().get("default");
                if (value == null) {
                    param.reportAt("type", "a parameter needs a default, so that it can be inlined");
                } else if (!fits(param.required("type"), value)) {
                    param.reportAt("default", "the default is not of type " + param.required("type"));
                } else {
                    defaults.put(name, value);
                }
            }
            return defaults.build();
        }

        private @Nullable PodSecurityCheck pss() {
            YamlMap pss = source.map("pss");
            if (pss == null) {
                return null;
            }
            pss.allow(Set.of("check", "level", "twin", "revisions"));
            List<PodSecurityCheck.Revision> revisions = new ArrayList<>();
            for (YamlMap revision : pss.maps("revisions")) {
                revision.allow(Set.of("from", "params"));
                String from = revision.required("from");
                if (!from.matches("v1\\.(0|[1-9][0-9]*)")) {
                    revision.reportAt("from", "want a policy version such as v1.25");
                    continue;
                }
                YamlMap params = revision.map("params");
                revisions.add(new PodSecurityCheck.Revision(
                        Integer.parseInt(from.substring(3)), params == null ? MapNode.EMPTY : params.node()));
            }
            if (revisions.isEmpty()) {
                pss.reportAt("revisions", "want at least one revision");
            }
            return new PodSecurityCheck(pss.required("check"), pss.required("level"), pss.optional("twin"), revisions);
        }

        private Program program(Scope scope, boolean isJava) {
            CheckedExpression appliesWhen = source.has("appliesWhen") ? bool(source, "appliesWhen") : null;
            List<Rule> rules = isJava ? List.of() : rules();
            if (isJava && (source.has("check") || source.has("fields"))) {
                source.reportAt("engine", "a check in Java has no \"check\" and no \"fields\"");
            }
            if (scope == Scope.CLUSTER && !isJava) {
                source.reportAt("scope", "scope cluster needs engine java");
            }
            return new Program(appliesWhen, rules, message(), fixes());
        }

        private List<Rule> rules() {
            List<Rule> rules = new ArrayList<>();
            if (source.has("check") == source.has("fields")) {
                source.reportAt("check", "want either \"check\" with \"field\", or \"fields\"");
                return rules;
            }
            if (source.has("check")) {
                addRule(rules, path(source, "field"), bool(source, "check"), false);
            }
            for (YamlMap field : source.maps("fields")) {
                field.allow(Set.of("path", "offends"));
                addRule(rules, path(field, "path"), bool(field, "offends"), true);
            }
            return rules;
        }

        private void addRule(
                List<Rule> rules, @Nullable FieldPath path, @Nullable CheckedExpression expression, boolean offends) {
            if (path != null && expression != null) {
                inEveryList(path).forEach(p -> rules.add(new Rule(p, expression, offends)));
            }
        }

        /** {@code allContainers[*]} stands for the three lists of containers. */
        private static List<FieldPath> inEveryList(FieldPath path) {
            List<FieldPath.Step> steps = path.steps();
            if (steps.isEmpty() || !steps.getFirst().equals(ALL_CONTAINERS)) {
                return List.of(path);
            }
            FieldPath rest = FieldPath.of(steps.subList(1, steps.size()));
            return Arrays.stream(ContainerList.values())
                    .map(list -> FieldPath.keys(list.field()).plus(rest))
                    .toList();
        }

        private @Nullable FieldPath path(YamlMap in, String key) {
            String text = in.required(key);
            try {
                return text.isEmpty() ? FieldPath.ROOT : FieldPath.parse(text.equals(".") ? "" : text);
            } catch (IllegalArgumentException e) {
                in.reportAt(key, String.valueOf(e.getMessage()));
                return null;
            }
        }

        private @Nullable CheckedExpression bool(YamlMap in, String key) {
            CheckedExpression checked = expression(in, key, in.required(key), 0);
            if (checked != null && !checked.type().equals("bool")) {
                in.reportAt(key, "must be of type bool, is " + checked.type());
            }
            return checked;
        }

        private @Nullable CheckedExpression expression(YamlMap in, String key, String text, int shift) {
            if (text.isEmpty()) {
                return null;
            }
            try {
                CheckedExpression checked = expressions.compile(text);
                VariableUse.collect(checked.root(), used, objectKinds);
                return checked;
            } catch (CompileException e) {
                in.reportIn(key, e.line(), e.column() + (e.line() == 1 ? shift : 0), e.text());
                return null;
            }
        }

        private MessageTemplate message() {
            String text = oneLine("message");
            List<MessageTemplate.Part> parts = new ArrayList<>();
            int from = 0;
            for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", from)) {
                int close = closingBrace(text, open + 2);
                if (close < 0) {
                    source.reportIn("message", 1, open + 1, "the hole is not closed");
                    return new MessageTemplate(parts);
                }
                CheckedExpression hole = expression(source, "message", text.substring(open + 2, close), open + 2);
                parts.add(new MessageTemplate.Part(text.substring(from, open), hole));
                from = close + 1;
            }
            parts.add(new MessageTemplate.Part(text.substring(from), null));
            return new MessageTemplate(parts);
        }

        private static int closingBrace(String text, int from) {
            int depth = 1;
            char quote = 0;
            for (int i = from; i < text.length(); i++) {
                char c = text.charAt(i);
                if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if (c == '\'' || c == '"') {
                    quote = c;
                } else if (c == '{') {
                    depth++;
                } else if (c == '}' && --depth == 0) {
                    return i;
                }
            }
            return -1;
        }

        private List<FixTemplate> fixes() {
            List<FixTemplate> all = new ArrayList<>();
            for (YamlMap fix : source.maps("fix")) {
                fix.allow(Set.of("op", "path", "value"));
                String op = fix.required("op");
                if (!Set.of("set", "remove", "append").contains(op)) {
                    fix.reportAt("op", "want set, remove or append");
                }
                Node value = fix.node().get("value");
                if ((value == null) != op.equals("remove")) {
                    fix.reportAt("value", "set and append need a value, remove has none");
                }
                FieldPath path = path(fix, "path");
                if (path != null) {
                    inEveryList(path).forEach(p -> all.add(new FixTemplate(op, p, value)));
                }
            }
            return all;
        }

        private List<Need> needs() {
            List<Need> declared = new ArrayList<>();
            for (String text : source.strings("needs")) {
                Need need = Need.of(text);
                if (need == null) {
                    source.reportAt("needs", "no such fact: " + text);
                } else {
                    declared.add(need);
                }
            }
            for (ControlVariable variable : used) {
                if (variable.isFact() && declared.stream().noneMatch(n -> n.fact() == variable)) {
                    source.reportAt("needs", "uses " + variable.variable() + ", which must stand under needs");
                }
            }
            for (String kind : objectKinds) {
                if (declared.stream().noneMatch(n -> kind.equals(n.kind()))) {
                    source.reportAt("needs", "uses objects." + kind + ", which must stand under needs");
                }
            }
            return declared;
        }

        /** A hash of everything that decides a verdict, so that a baseline can tell when the control changed. */
        private String digest() {
            MapNode.Builder deciding = MapNode.builder();
            for (String key : List.of(
                    "scope",
                    "match",
                    "component",
                    "params",
                    "appliesWhen",
                    "check",
                    "field",
                    "fields",
                    "pss",
                    "engine")) {
                Node value = source.node().get(key);
                deciding.put(key, value == null ? ScalarNode.unwritten(null) : value);
            }
            byte[] text = JsonText.of(deciding.build()).getBytes(StandardCharsets.UTF_8);
            return Sha256.hex(text).substring(0, 16);
        }
    }

    private static boolean fits(String type, Node value) {
        return switch (type) {
            case "array" -> value instanceof ListNode;
            case "object" -> value instanceof MapNode;
            case "string" -> value instanceof ScalarNode s && s.value() instanceof String;
            case "integer" -> value instanceof ScalarNode s && s.value() instanceof Long;
            case "boolean" -> value instanceof ScalarNode s && s.value() instanceof Boolean;
            default -> false;
        };
    }
}
