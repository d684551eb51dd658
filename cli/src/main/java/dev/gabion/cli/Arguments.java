package dev.gabion.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parsed command line: options by long name, then what is left. */
final class Arguments {
    private final Command command;
    private final Map<String, List<String>> options = new LinkedHashMap<>();
    private final List<String> rest = new ArrayList<>();

    private Arguments(Command command) {
        this.command = command;
    }

    /** Parses what follows the command's name. */
    static Arguments parse(Command command, List<String> words) throws UsageException {
        Arguments arguments = new Arguments(command);
        List<Option> known = CommandTable.options(command);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--")) {
                arguments.rest.addAll(words.subList(i + 1, words.size()));
                break;
            }
            if (word.length() < 2 || word.charAt(0) != '-') {
                arguments.rest.add(word);
                continue;
            }
            i += arguments.option(known, word, i + 1 < words.size() ? words.get(i + 1) : null);
        }
        return arguments;
    }

    /** Takes one option; 1 if it used the word after it. */
    private int option(List<Option> known, String word, @Nullable String next) throws UsageException {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Option option = find(known, name);
        if (option == null) {
            throw new UsageException(
                    "unknown option " + name + suggestion(known, name) + "; see gabion " + command.name() + " --help");
        }
        if (option.isSwitch()) {
            if (equals >= 0) {
                throw new UsageException("--" + option.name() + " takes no value");
            }
            add(option, "true");
            return 0;
        }
        if (equals >= 0 && word.startsWith("--")) {
            add(option, word.substring(equals + 1));
            return 0;
        }
        if (next == null) {
            throw new UsageException("--" + option.name() + " wants " + option.value());
        }
        add(option, next);
        return 1;
    }

    private static @Nullable Option find(List<Option> known, String name) {
        for (Option option : known) {
            if (name.equals("--" + option.name()) || (option.letter() != 0 && name.equals("-" + option.letter()))) {
                return option;
            }
        }
        return null;
    }

    private static String suggestion(List<Option> known, String name) {
        List<String> names = new ArrayList<>();
        known.forEach(o -> names.add("--" + o.name()));
        String near = Nearest.to(name, names);
        return near == null ? "" : ", did you mean " + near + "?";
    }

    private void add(Option option, String value) throws UsageException {
        List<String> values = options.computeIfAbsent(option.name(), k -> new ArrayList<>());
        if (!values.isEmpty() && !option.repeatable() && !option.isSwitch()) {
            throw new UsageException("--" + option.name() + " is given twice");
        }
        values.add(value);
    }

    /** Sets an option from a configuration unless the command line has it. */
    void configure(String name, List<String> values) {
        options.putIfAbsent(name, values);
    }

    Command command() {
        return command;
    }

    List<String> rest() {
        return rest;
    }

    boolean has(String name) {
        return options.containsKey(name);
    }

    List<String> all(String name) {
        return options.getOrDefault(name, List.of());
    }

    @Nullable
    String one(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? null : values.getLast();
    }

    /** A whole number that is not negative, or the default. */
    int number(String name, int otherwise) throws UsageException {
        String text = one(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new UsageException("--" + name + " wants a whole number, not " + text);
    }
}
