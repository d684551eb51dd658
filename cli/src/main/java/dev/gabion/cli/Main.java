package dev.gabion.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entry point: finds the command, runs it, turns what goes wrong into one line and an exit code. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args), Terminal.standard()));
    }

    static int run(List<String> words, Terminal terminal) {
        int code;
        try {
            code = dispatch(words, terminal);
            terminal.flush();
        } catch (UsageException e) {
            code = failed(terminal, e);
        } catch (IOException e) {
            code = isClosedPipe(e) ? ExitCode.OK : failed(terminal, e);
        } catch (OutOfMemoryError e) {
            terminal.say("gabion: out of memory; give more with GABION_JAVA_OPTS=-Xmx2g, or scan fewer files at once");
            code = ExitCode.ERROR;
        } catch (Exception | StackOverflowError e) {
            terminal.say("gabion: internal error: " + e + "; please report it with the command line"
                    + (System.getenv("GABION_DEBUG") == null ? " (GABION_DEBUG=1 shows where)" : ""));
            trace(e);
            code = ExitCode.ERROR;
        }
        return code;
    }

    private static int failed(Terminal terminal, Exception e) {
        try {
            terminal.flush();
        } catch (IOException lost) {
            // the report could not be written either; the reason below is the first one
        }
        terminal.say("gabion: " + message(e));
        trace(e);
        return ExitCode.ERROR;
    }

    private static String message(Exception e) {
        return switch (e) {
            case java.nio.file.AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case java.nio.file.NoSuchFileException missing -> missing.getFile() + ": no such file or directory";
            case java.nio.file.FileSystemException system
            when system.getReason() != null -> system.getFile() + ": " + system.getReason();
            default -> e.getMessage() == null ? e.toString() : e.getMessage();
        };
    }

    private static void trace(Throwable e) {
        if (System.getenv("GABION_DEBUG") != null) {
            e.printStackTrace();
        }
    }

    private static boolean isClosedPipe(IOException e) {
        String message = e.getMessage();
        return message != null && (message.contains("Broken pipe") || message.contains("Connection reset"));
    }

    private static int dispatch(List<String> words, Terminal terminal) throws Exception {
        if (words.isEmpty()
                || words.getFirst().equals("--help")
                || words.getFirst().equals("-h")) {
            return new HelpCommand().overview(terminal);
        }
        if (words.getFirst().equals("--version")) {
            return new VersionCommand().run(null, terminal);
        }
        Command command = CommandTable.find(words);
        if (command == null) {
            return unknown(words, terminal);
        }
        Arguments arguments =
                Arguments.parse(command, words.subList(command.words().size(), words.size()));
        if (arguments.has("help")) {
            return new HelpCommand().command(command, terminal);
        }
        return command.action().get().run(arguments, terminal);
    }

    private static int unknown(List<String> words, Terminal terminal) throws Exception {
        List<String> names = new ArrayList<>();
        CommandTable.COMMANDS.forEach(c -> names.add(c.name()));
        List<Command> group = HelpCommand.group(words.getFirst());
        if (!group.isEmpty() && (words.size() == 1 || words.contains("--help"))) {
            return new HelpCommand().group(words.getFirst(), group, terminal);
        }
        String given = group.isEmpty() || words.size() < 2 ? words.getFirst() : words.get(0) + " " + words.get(1);
        @Nullable String near = Nearest.to(given, names);
        throw new UsageException("unknown command " + given + (near == null ? "" : ", did you mean " + near + "?")
                + "; see gabion help");
    }
}
