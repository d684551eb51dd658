package dev.gabion.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code gabion help}: the option table as text, and as a man page. */
final class HelpCommand implements Command.Action {
    private static final int INDENT = 34;

    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException, UsageException {
        if (arguments.all("output").contains("man")) {
            terminal.print(new ManPage().text());
            return ExitCode.OK;
        }
        if (arguments.rest().isEmpty()) {
            return overview(terminal);
        }
        Command command = CommandTable.find(arguments.rest());
        if (command != null) {
            return command(command, terminal);
        }
        String first = arguments.rest().getFirst();
        List<Command> group = group(first);
        if (group.isEmpty()) {
            throw new UsageException("no command " + String.join(" ", arguments.rest()) + "; see gabion help");
        }
        return group(first, group, terminal);
    }

    /** Commands whose first of several words this is. */
    static List<Command> group(String word) {
        List<Command> group = new ArrayList<>();
        for (Command command : CommandTable.COMMANDS) {
            if (command.words().size() > 1 && command.words().getFirst().equals(word)) {
                group.add(command);
            }
        }
        return group;
    }

    int overview(Terminal terminal) throws IOException {
        terminal.print("Gabion hardens Kubernetes: it judges manifests by the NSA/CISA guidance, the Pod Security");
        terminal.print("Standards and the CIS benchmark, and says what to do about each finding.");
        terminal.print("");
        terminal.print("Usage: gabion COMMAND [OPTION]... [ARGUMENT]...");
        terminal.print("");
        list(CommandTable.COMMANDS, terminal);
        terminal.print("");
        terminal.print("gabion COMMAND --help shows the options of a command and an example.");
        terminal.print("Exit codes: 0 done, 1 policy failure, 2 usage or internal error, 3 incomplete.");
        return ExitCode.OK;
    }

    int group(String word, List<Command> group, Terminal terminal) throws IOException {
        terminal.print("Usage: gabion " + word + " COMMAND");
        terminal.print("");
        list(group, terminal);
        return ExitCode.OK;
    }

    private static void list(List<Command> commands, Terminal terminal) throws IOException {
        for (Command command : commands) {
            terminal.print("  " + pad(command.name(), 16) + command.summary());
        }
    }

    int command(Command command, Terminal terminal) throws IOException {
        terminal.print(command.summary() + ".");
        terminal.print("");
        terminal.print("Usage: gabion " + command.name() + " [OPTION]..."
                + (command.arguments().isEmpty() ? "" : " " + command.arguments()));
        if (!command.options().isEmpty()) {
            terminal.print("");
            terminal.print("Options:");
            options(command.options(), terminal);
        }
        terminal.print("");
        terminal.print("Options of every command:");
        options(CommandTable.GLOBAL, terminal);
        terminal.print("");
        terminal.print(command.examples().size() > 1 ? "Examples:" : "Example:");
        for (String example : command.examples()) {
            terminal.print("  " + example);
        }
        return ExitCode.OK;
    }

    private static void options(List<Option> options, Terminal terminal) throws IOException {
        for (Option option : options) {
            String synopsis = "  " + option.synopsis();
            if (synopsis.length() >= INDENT) {
                terminal.print(synopsis);
                synopsis = "";
            }
            terminal.print(pad(synopsis, INDENT) + option.help());
        }
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
    }
}
