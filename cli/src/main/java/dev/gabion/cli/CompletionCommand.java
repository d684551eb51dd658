package dev.gabion.cli;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code gabion completion}: the option table as a script for a shell. */
final class CompletionCommand implements Command.Action {
    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException, UsageException {
        String shell = arguments.rest().size() == 1 ? arguments.rest().getFirst() : "";
        terminal.print(
                switch (shell) {
                    case "bash" -> bash();
                    case "zsh" -> zsh();
                    case "fish" -> fish();
                    default -> throw new UsageException("want bash, zsh or fish: gabion completion bash");
                });
        return ExitCode.OK;
    }

    private static String names(Command command) {
        return CommandTable.options(command).stream().map(o -> "--" + o.name()).collect(Collectors.joining(" "));
    }

    private static String firstWords() {
        TreeSet<String> words = new TreeSet<>();
        CommandTable.COMMANDS.forEach(c -> words.add(c.words().getFirst()));
        return String.join(" ", words);
    }

    private static String secondWords(String first) {
        return CommandTable.COMMANDS.stream()
                .map(Command::words)
                .filter(w -> w.size() > 1 && w.getFirst().equals(first))
                .map(w -> w.get(1))
                .collect(Collectors.joining(" "));
    }

    private static List<String> groups() {
        return CommandTable.COMMANDS.stream()
                .map(Command::words)
                .filter(w -> w.size() > 1)
                .map(List::getFirst)
                .distinct()
                .toList();
    }

    private static String bash() {
        StringBuilder out = new StringBuilder("""
                _gabion() {
                  local cur=${COMP_WORDS[COMP_CWORD]} cmd="${COMP_WORDS[1]} ${COMP_WORDS[2]}"
                  COMPREPLY=()
                  if [ "$COMP_CWORD" -eq 1 ]; then
                    COMPREPLY=($(compgen -W "%s" -- "$cur")); return
                  fi
                """.formatted(firstWords()));
        for (String group : groups()) {
            out.append("  if [ \"$COMP_CWORD\" -eq 2 ] && [ \"${COMP_WORDS[1]}\" = ")
                    .append(group)
                    .append(" ]; then\n");
            out.append("    COMPREPLY=($(compgen -W \"")
                    .append(secondWords(group))
                    .append("\" -- \"$cur\")); return\n");
            out.append("  fi\n");
        }
        out.append("  case \"$cur\" in\n  -*)\n    case \"$cmd\" in\n");
        for (Command command : CommandTable.COMMANDS) {
            out.append("    \"").append(command.name()).append("\"*) COMPREPLY=($(compgen -W \"");
            out.append(names(command)).append("\" -- \"$cur\")) ;;\n");
        }
        out.append("    esac ;;\n  *) COMPREPLY=($(compgen -f -- \"$cur\")) ;;\n  esac\n}\n");
        return out.append("complete -o filenames -F _gabion gabion").toString();
    }

    private static String zsh() {
        return "#compdef gabion\nautoload -U +X bashcompinit && bashcompinit\n" + bash();
    }

    private static String fish() {
        StringBuilder out =
                new StringBuilder("complete -c gabion -f -n __fish_use_subcommand -a '" + firstWords() + "'\n");
        for (String group : groups()) {
            out.append("complete -c gabion -f -n '__fish_seen_subcommand_from ")
                    .append(group)
                    .append("' -a '");
            out.append(secondWords(group)).append("'\n");
        }
        for (Command command : CommandTable.COMMANDS) {
            for (Option option : CommandTable.options(command)) {
                out.append("complete -c gabion -n '__fish_seen_subcommand_from ");
                out.append(command.words().getFirst()).append("' -l ").append(option.name());
                out.append(option.letter() == 0 ? "" : " -s " + option.letter());
                out.append(option.isSwitch() ? "" : " -r");
                out.append(" -d '").append(option.help().replace("'", "\\'")).append("'\n");
            }
        }
        return out.toString().stripTrailing();
    }
}
