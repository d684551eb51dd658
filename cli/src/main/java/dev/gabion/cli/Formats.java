package dev.gabion.cli;

import dev.gabion.report.PrintOptions;
import dev.gabion.report.Printer;
import dev.gabion.report.Printers;
import dev.gabion.report.Sources;
import java.util.Objects;

/** Chooses printers and what they may do where they print to. */
final class Formats {
    private Formats() {}

    /** Whether a report of this format quotes the lines that were scanned. */
    static boolean quotes(Outputs.Output output) {
        return output.format().equals("table") || output.format().equals("html");
    }

    /** The printer of a format of {@link Printers#NAMES}. */
    static Printer printer(Outputs.Output output, Sources quotes, Terminal terminal, Arguments arguments) {
        PrintOptions options = new PrintOptions(
                quotes,
                terminal.width(),
                output.toStandardOutput() && terminal.wantsColor(arguments),
                arguments.has("all"),
                "--all shows them");
        return Objects.requireNonNull(Printers.of(output.format(), options));
    }
}
