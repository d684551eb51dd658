package dev.gabion.cli;

import dev.gabion.report.JsonPrinter;
import dev.gabion.report.Printer;
import java.util.List;

/** Chooses printers. */
final class Formats {
    static final List<String> NAMES = List.of("table", "json");

    private Formats() {}

    static Printer printer(Outputs.Output output, Terminal terminal, Arguments arguments) {
        return new JsonPrinter();
    }
}
