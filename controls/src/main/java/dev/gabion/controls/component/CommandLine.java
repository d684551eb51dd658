package dev.gabion.controls.component;

import dev.gabion.finding.FixOperation;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.JsonText;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.ScalarNode;
import dev.gabion.kube.workload.PodContainer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads which component a container runs, and with which flags: from {@code command} and {@code args}, through the
 * wrappers images use, from the script of a shell, and for etcd from its environment too. A container that only mentions
 * a component, such as one that copies its program, does not run it.
 */
final class CommandLine {
    static final Set<String> COMPONENTS =
            Set.of("kube-apiserver", "kube-controller-manager", "kube-scheduler", "kube-proxy", "kubelet", "etcd");

    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash");
    private static final Set<String> WRAPPERS = Set.of(
            "command",
            "do",
            "dumb-init",
            "else",
            "env",
            "exec",
            "go-runner",
            "hyperkube",
            "if",
            "ionice",
            "nice",
            "nohup",
            "sudo",
            "then",
            "time",
            "tini");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");
    private static final Pattern ARCHITECTURE = Pattern.compile("-(amd64|arm64|arm|ppc64le|s390x)$");

    private final MapNode container;
    private final MapNode pod;
    private final Variables variables;
    private final FieldPath site;
    private final PodContainer of;
    private final Map<String, Flag> flags = new LinkedHashMap<>();
    private final Map<String, Boolean> plain = new LinkedHashMap<>();
    private @Nullable String opaque;
    private boolean scripted;

    private CommandLine(PodContainer container, FieldPath podPath, MapNode pod) {
        this.pod = pod;
        this.container = container.node();
        this.of = container;
        this.site = podPath.plus(container.path());
        this.variables = new Variables(container.node());
    }

    /** The run of a component in a container, or null. */
    static @Nullable ComponentRun read(PodContainer container, FieldPath podPath, MapNode pod) {
        boolean says = container.node().has("command") || container.node().has("args");
        return says ? new CommandLine(container, podPath, pod).run() : null;
    }

    private static String imageName(MapNode container) {
        String image = container.string("image");
        String name = image == null ? "" : image.substring(image.lastIndexOf('/') + 1);
        int digest = name.indexOf('@');
        name = digest < 0 ? name : name.substring(0, digest);
        int tag = name.indexOf(':');
        name = tag < 0 ? name : name.substring(0, tag);
        return ARCHITECTURE.matcher(name).replaceFirst("");
    }

    private @Nullable ComponentRun run() {
        List<Word> words = words();
        for (List<Word> command : commands(words)) {
            int program = program(command);
            if (program >= 0) {
                String name = component(command, program);
                return run(name, command.subList(program + 1, command.size()));
            }
        }
        String image = imageName(container);
        boolean onlyFlags = !words.isEmpty() && words.getFirst().isFlag();
        return onlyFlags && COMPONENTS.contains(image) ? run(image, words) : null;
    }

    private List<Word> words() {
        List<Word> words = new ArrayList<>();
        for (String key : List.of("command", "args")) {
            ListNode items = container.list(key);
            for (int i = 0; i < items.size(); i++) {
                Variables.Expanded text = variables.expand(Variables.text(items.get(i)));
                words.add(new Word(text.text(), site.key(key).item(i), true, text.unknown()));
            }
        }
        return words;
    }

    private List<List<Word>> commands(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            if (SHELLS.contains(words.get(i).base())) {
                int script = scriptAfter(words, i);
                if (script > 0) {
                    scripted = true;
                    Word text = words.get(script);
                    return ShellScript.commands(text.text(), variables, text.place());
                }
            }
            if (!isBeforeProgram(words.get(i))) {
                break;
            }
        }
        return List.of(words);
    }

    /** The word after {@code -c}, {@code -ec} or {@code -c --}, or -1. */
    private static int scriptAfter(List<Word> words, int shell) {
        for (int i = shell + 1; i < words.size(); i++) {
            String text = words.get(i).text();
            boolean option = text.startsWith("-") || text.startsWith("+");
            if (!option || text.startsWith("--")) {
                return -1;
            }
            i += text.indexOf('o') > 0 ? 1 : 0;
            if (text.indexOf('c') > 0) {
                int next = i + 1 < words.size() && words.get(i + 1).text().equals("--") ? i + 2 : i + 1;
                return next < words.size() ? next : -1;
            }
        }
        return -1;
    }

    private static boolean isBeforeProgram(Word word) {
        String text = word.text();
        return WRAPPERS.contains(word.base())
                || text.startsWith("-")
                || text.equals("!")
                || text.equals("{")
                || ASSIGNMENT.matcher(text).matches()
                || NUMBER.matcher(text).matches();
    }

    /** Where the component's program stands in a simple command, or -1. */
    private static int program(List<Word> command) {
        boolean hyperkube = false;
        for (int i = 0; i < command.size(); i++) {
            Word word = command.get(i);
            boolean first = i == 0 && word.isFlag();
            if (first) {
                return -1;
            }
            if (COMPONENTS.contains(word.base()) || (hyperkube && COMPONENTS.contains("kube-" + word.text()))) {
                return i;
            }
            if (!isBeforeProgram(word)) {
                return -1;
            }
            hyperkube |= word.base().equals("hyperkube");
        }
        return -1;
    }

    private static String component(List<Word> command, int at) {
        String name = command.get(at).base();
        return COMPONENTS.contains(name) ? name : "kube-" + name;
    }

    private ComponentRun run(String component, List<Word> words) {
        if (component.equals("etcd")) {
            environment();
        }
        flags(component, words);
        Unset unset = opaque == null ? Unset.DEFAULT : new Unset.Unknown(opaque);
        FieldPath home = home(words);
        ComponentRun.FlagWriter writer =
                scripted ? ComponentRun.FlagWriter.NONE : (flag, value) -> write(flag, value, home);
        List<Mount> mounts = Mount.ofContainer(container, site, pod);
        return new ComponentRun(component, of, flags, home, unset, writer, Map.of(), mounts);
    }

    /** The list further flags belong to: the one the last word stands in, else the one the command stands in. */
    private FieldPath home(List<Word> words) {
        if (scripted || !words.isEmpty()) {
            FieldPath last = words.isEmpty() ? site : words.getLast().place();
            return scripted
                    ? last
                    : FieldPath.of(last.steps().subList(0, last.steps().size() - 1));
        }
        return container.list("args").size() > 0 ? site.key("args") : site.key("command");
    }

    /** etcd reads every flag from the environment too; the command line wins. */
    private void environment() {
        variables.all().forEach((name, value) -> {
            if (name.startsWith("ETCD_")) {
                String flag = name.substring("ETCD_".length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
                FieldPath place = site.plus(value.place());
                flags.put(flag, new Flag(FlagKinds.normal(flag, value.text()), place, value.unknown()));
            }
        });
        if (variables.isOpen()) {
            opaque = "the variables from envFrom, which may set flags of etcd";
        }
    }

    private void flags(String component, List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.text().equals("--")) {
                return;
            }
            if (!word.isFlag()) {
                note(word);
                continue;
            }
            String text = word.text().substring(word.text().startsWith("--") ? 2 : 1);
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals);
            name = component.equals("etcd") ? name : name.replace('_', '-');
            if (equals >= 0) {
                put(name, text.substring(equals + 1), word, word.whole());
            } else if (i + 1 < words.size() && !words.get(i + 1).isFlag()) {
                Word value = words.get(++i);
                put(name, value.text(), value, false);
            } else {
                put(name, "true", word, word.whole());
            }
        }
    }

    /** A bare word is no flag, but what an unknown one stands for may be. */
    private void note(Word word) {
        if (word.unknown() != null && opaque == null) {
            opaque = word.unknown();
        }
    }

    private void put(String name, String value, Word word, boolean whole) {
        Flag before = flags.get(name);
        boolean repeated = before != null && plain.containsKey(name);
        String all = value;
        if (before != null
                && repeated
                && FlagKinds.addsUp(name)
                && !before.value().isEmpty()) {
            all = before.value() + "," + value;
        }
        flags.put(name, new Flag(FlagKinds.normal(name, all), word.place(), word.unknown()));
        plain.put(name, whole && !repeated);
    }

    private @Nullable FixOperation write(String flag, String value, FieldPath home) {
        Flag set = flags.get(flag);
        if (set == null) {
            return new FixOperation("append", home.toString(), json("--" + flag + "=" + value));
        }
        if (!plain.getOrDefault(flag, false)) {
            return null;
        }
        return new FixOperation("set", set.place().toString(), json("--" + flag + "=" + value));
    }

    private static String json(String text) {
        return JsonText.of(ScalarNode.unwritten(text));
    }
}
