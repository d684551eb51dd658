package dev.gabion.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every command and option there is. Parsing, help, completion, man page and reference documentation come from here. */
final class CommandTable {
    static final List<Option> GLOBAL = List.of(
            Option.many("output", "FORMAT[=FILE]", "print in this format, to standard output or a file")
                    .letter('o'),
            Option.flag("quiet", "print nothing but the report and errors").letter('q'),
            Option.flag("no-color", "print without colour"),
            Option.flag("timestamp", "put the time of the run into the report"),
            Option.of("progress", "auto|plain|none", "show progress on standard error"),
            Option.flag("no-config", "ignore .gabion.yaml"),
            Option.flag("help", "show this help").letter('h'));

    private static final List<Option> SCAN = List.of(
            Option.many("framework", "ID|FILE", "judge by nsa, cis, mitre, pss-baseline, pss-restricted or your own"),
            Option.many("control", "ID|GLOB", "run only these controls"),
            Option.many("skip", "ID|GLOB", "leave these controls out"),
            Option.of("severity", "MIN", "run only controls of this severity or worse"),
            Option.of("pss-version", "vX.Y|latest", "version of the Pod Security Standards to judge by"),
            Option.of("kubernetes-version", "vX.Y", "version of the cluster the objects are for"),
            Option.many("controls", "DIR", "add your own controls"),
            Option.many("exceptions", "FILE", "accept the findings listed there"),
            Option.flag("no-inline-exceptions", "ignore exceptions written into manifests"),
            Option.of("baseline", "FILE", "tell new findings from those of an earlier baseline or JSON report"),
            Option.of("write-baseline", "FILE", "write the findings of this run as a baseline"),
            Option.of("fail-on", "SEVERITY|none", "exit 1 on findings of this severity or worse (default high)"),
            Option.flag("fail-on-new", "exit 1 only on findings the baseline does not have"),
            Option.of("max", "N", "allow this many findings at or above the threshold"),
            Option.of("min-score", "N", "exit 1 below this score, 0 to 100"),
            Option.of("min-coverage", "SHARE", "exit 3 below this coverage, such as 0.95 or 95%"),
            Option.flag("strict", "exit 3 if any input could not be read"),
            Option.flag("include-passes", "report passes and what does not apply, too"),
            Option.flag("all", "show every finding in the table"),
            Option.flag("explain-score", "show what each control adds to the score"),
            Option.of("namespace", "NS", "namespace of objects that do not say"),
            Option.of("workers", "N", "threads to use"),
            Option.of("timeout", "SECONDS", "time limit of one control on one object (default 2)"));

    static final List<Command> COMMANDS = List.of(
            new Command(
                    "scan",
                    "[PATH|-]...",
                    "Judge manifests against the controls",
                    SCAN,
                    List.of(
                            "gabion scan k8s/",
                            "gabion scan --framework nsa -o html=report.html k8s/",
                            "helm template mychart | gabion scan -"),
                    ScanCommand::new),
            new Command(
                    "diff",
                    "OLD.json NEW.json",
                    "Compare two JSON reports: what is new, resolved, gone",
                    List.of(Option.flag("fail-on-new", "exit 1 if the newer report has findings the older has not")),
                    List.of("gabion diff main.json branch.json"),
                    DiffCommand::new),
            new Command(
                    "controls list",
                    "",
                    "List the controls",
                    List.of(
                            Option.many("framework", "ID|FILE", "only those that answer this framework"),
                            Option.many("controls", "DIR", "add your own controls")),
                    List.of("gabion controls list --framework cis"),
                    ControlsListCommand::new),
            new Command(
                    "controls show",
                    "ID",
                    "Explain a control",
                    List.of(Option.many("controls", "DIR", "add your own controls")),
                    List.of("gabion controls show GBN-POD-001"),
                    ControlsShowCommand::new),
            new Command(
                    "controls test",
                    "[DIR]...",
                    "Compile your own controls and run their examples",
                    List.of(),
                    List.of("gabion controls test policies/"),
                    ControlsTestCommand::new),
            new Command(
                    "controls docs",
                    "DIR",
                    "Write a page for each control",
                    List.of(Option.many("controls", "DIR", "add your own controls")),
                    List.of("gabion controls docs site/controls"),
                    ControlsDocsCommand::new),
            new Command("version", "", "Show the version", List.of(), List.of("gabion version"), VersionCommand::new),
            new Command(
                    "completion",
                    "bash|zsh|fish",
                    "Print a completion script for your shell",
                    List.of(),
                    List.of("gabion completion bash > /etc/bash_completion.d/gabion"),
                    CompletionCommand::new),
            new Command(
                    "help",
                    "[COMMAND]",
                    "Show help, or all of it as a man page with -o man",
                    List.of(),
                    List.of("gabion help scan"),
                    HelpCommand::new));

    private CommandTable() {}

    /** The command whose words begin the arguments, the longest name first; null if there is none. */
    static @Nullable Command find(List<String> words) {
        Command found = null;
        for (Command command : COMMANDS) {
            List<String> name = command.words();
            boolean fits =
                    words.size() >= name.size() && words.subList(0, name.size()).equals(name);
            if (fits && (found == null || name.size() > found.words().size())) {
                found = command;
            }
        }
        return found;
    }

    /** The options a command takes, its own first. */
    static List<Option> options(Command command) {
        List<Option> all = new ArrayList<>(command.options());
        all.addAll(GLOBAL);
        return all;
    }
}
