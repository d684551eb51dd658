package dev.gabion.cli;

import dev.gabion.controls.catalogue.Catalogue;
import dev.gabion.controls.check.JavaChecks;
import dev.gabion.controls.engine.ActiveControl;
import dev.gabion.controls.exception.ExceptionBook;
import dev.gabion.controls.framework.Framework;
import dev.gabion.controls.framework.Selection;
import dev.gabion.controls.scan.ScanOptions;
import dev.gabion.controls.scan.ScanResult;
import dev.gabion.controls.scan.Scanner;
import dev.gabion.finding.Diagnostic;
import dev.gabion.finding.baseline.Baseline;
import dev.gabion.kube.read.Limits;
import dev.gabion.kube.schema.Schema;
import dev.gabion.report.Printers;
import dev.gabion.report.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** {@code gabion scan}: reads, judges, prints, and ends with the exit code the thresholds ask for. */
final class ScanCommand implements Command.Action {
    private static final long NANOS = 1_000_000_000L;

    @Override
    public int run(Arguments arguments, Terminal terminal) throws Exception {
        Configuration configuration = Configuration.apply(arguments);
        Home home = Home.find();
        Thresholds thresholds = Thresholds.of(arguments);
        if (arguments.rest().isEmpty()) {
            throw new UsageException("name what to scan: gabion scan k8s/, or - for standard input");
        }
        try (Outputs outputs = Outputs.of(arguments, Printers.NAMES)) {
            Schema schema = home.schema();
            Catalogue catalogue = ControlSet.catalogue(home, arguments, terminal);
            List<Framework> frameworks = ControlSet.frameworks(home, arguments);
            Selection selection = ControlSet.selection(arguments, configuration, frameworks, catalogue);
            ExceptionBook exceptions = exceptions(arguments, catalogue);
            Baseline baseline = arguments.has("baseline") ? Baseline.read(Path.of(arguments.one("baseline"))) : null;
            ScanReport.Parts parts = new ScanReport.Parts(
                    arguments, catalogue, frameworks, selection, exceptions, baseline, configuration.diagnostic());
            Inputs inputs = new Inputs(arguments.rest());
            Sources quotes = outputs.all().stream().anyMatch(Formats::quotes) ? inputs.quotes() : Sources.NONE;
            try (ScanResult result = scan(arguments, inputs, selection.of(catalogue), schema, exceptions, terminal)) {
                ScanReport report = new ScanReport(parts, result, thresholds);
                print(outputs, report, quotes, terminal, arguments);
                return finish(report, arguments, terminal, exceptions);
            }
        }
    }

    private static ExceptionBook exceptions(Arguments arguments, Catalogue catalogue) throws IOException {
        ExceptionBook book = new ExceptionBook(catalogue, today(), null, !arguments.has("no-inline-exceptions"));
        for (String file : arguments.all("exceptions")) {
            book.load(Path.of(file), file);
        }
        return book;
    }

    /** The day exceptions are judged by: that of a reproducible build, else today in UTC. */
    static LocalDate today() {
        String epoch = System.getenv("SOURCE_DATE_EPOCH");
        Instant now = epoch == null ? Instant.now() : Instant.ofEpochSecond(Long.parseLong(epoch));
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static ScanResult scan(
            Arguments arguments,
            Inputs inputs,
            List<ActiveControl> controls,
            Schema schema,
            ExceptionBook exceptions,
            Terminal terminal)
            throws Exception {
        if (controls.isEmpty()) {
            throw new UsageException("no control is left to run; see --control, --skip, --severity and --framework");
        }
        ScanOptions options = new ScanOptions(
                Limits.DEFAULT,
                arguments.one("namespace"),
                arguments.number("workers", 0),
                Math.max(1, arguments.number("timeout", 2)) * NANOS,
                arguments.has("include-passes"),
                ScanOptions.DEFAULT.inMemory());
        try (Progress progress = Progress.of(arguments, terminal)) {
            Scanner scanner = new Scanner(controls, JavaChecks::of, schema, options, exceptions, progress::read);
            inputs.problems().forEach(scanner::problem);
            return scanner.scan(inputs.files());
        }
    }

    private static void print(
            Outputs outputs, ScanReport report, Sources quotes, Terminal terminal, Arguments arguments)
            throws IOException, UsageException {
        for (Outputs.Output output : outputs.all()) {
            outputs.write(
                    output,
                    terminal,
                    out -> Formats.printer(output, quotes, terminal, arguments).print(report.report(), out));
        }
        String baseline = arguments.one("write-baseline");
        if (baseline != null) {
            report.writeBaseline(Path.of(baseline));
        }
    }

    private static int finish(ScanReport report, Arguments arguments, Terminal terminal, ExceptionBook exceptions) {
        Thresholds.Outcome outcome = report.outcome();
        boolean quiet = arguments.has("quiet");
        if (!quiet) {
            report.report().diagnostics().forEach(d -> terminal.say(line(d)));
            if (exceptions.size() > 0) {
                terminal.say(exceptions.size() + " exceptions loaded, " + exceptions.usedCount() + " used");
            }
        }
        if (!quiet || outcome.code() != ExitCode.OK) {
            terminal.say("gabion: " + outcome.reason());
        }
        return outcome.code();
    }

    private static String line(Diagnostic d) {
        List<String> parts = new ArrayList<>();
        parts.add(d.level());
        if (!d.file().isEmpty()) {
            parts.add(d.file() + (d.line() > 0 ? ":" + d.line() + ":" + d.column() : ""));
        }
        parts.add(d.message() + (d.remedy().isEmpty() ? "" : "; " + d.remedy()));
        return String.join(": ", parts);
    }
}
