package dev.gabion.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The formats there are. Only the class of the printer asked for is loaded. */
public final class Printers {
    /** Names of all formats, as users type them; the first is the default on a terminal. */
    public static final List<String> NAMES =
            List.of("table", "json", "jsonl", "sarif", "junit", "html", "markdown", "csv", "gitlab");

    private Printers() {}

    /** The printer of a format, or null where there is no such format. */
    public static @Nullable Printer of(String name, PrintOptions options) {
        return switch (name) {
            case "table" -> new TablePrinter(options);
            case "json" -> new JsonPrinter();
            case "jsonl" -> new JsonlPrinter();
            case "sarif" -> new SarifPrinter();
            case "junit" -> new JunitPrinter();
            case "html" -> new HtmlPrinter(options.sources());
            case "markdown" -> new MarkdownPrinter();
            case "csv" -> new CsvPrinter();
            case "gitlab" -> new GitlabPrinter();
            default -> null;
        };
    }
}
