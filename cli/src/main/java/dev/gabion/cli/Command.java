package dev.gabion.cli;

import java.util.List;
import java.util.function.Supplier;

/**
 * A command of the table.
 *
 * @param name its words, such as {@code controls list}
 * @param arguments what follows the options, for help
 * @param summary one sentence, without a full stop
 * @param examples a line of shell each
 * @param action made only when the command runs, so that nothing else is loaded
 */
record Command(
        String name,
        String arguments,
        String summary,
        List<Option> options,
        List<String> examples,
        Supplier<Action> action) {
    /** What a command does; the result is the exit code. */
    @FunctionalInterface
    interface Action {
        int run(Arguments arguments, Terminal terminal) throws Exception;
    }

    List<String> words() {
        return List.of(name.split(" ", -1));
    }
}
