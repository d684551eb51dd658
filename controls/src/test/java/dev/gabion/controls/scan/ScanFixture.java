package dev.gabion.controls.scan;

import dev.gabion.controls.TestCatalogue;
import dev.gabion.controls.catalogue.Catalogue;
import dev.gabion.controls.catalogue.Control;
import dev.gabion.controls.check.JavaChecks;
import dev.gabion.controls.compile.CatalogueCompiler;
import dev.gabion.controls.compile.ControlCompiler;
import dev.gabion.controls.engine.ActiveControl;
import dev.gabion.controls.framework.Selection;
import dev.gabion.finding.Finding;
import dev.gabion.finding.Tally;
import dev.gabion.finding.Verdict;
import dev.gabion.kube.read.InputFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Scans files of a directory with controls written in the test. */
public final class ScanFixture implements AutoCloseable {
    private final Path directory;
    private final List<Control> controls = new ArrayList<>();
    private ScanOptions options = ScanOptions.DEFAULT;
    private ExceptionRules exceptions = ExceptionRules.NONE;
    private ScanResult result;

    public ScanFixture(Path directory) {
        this.directory = directory;
    }

    public ScanFixture file(String name, String text) throws IOException {
        Path file = directory.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Adds a control; what every control must have is filled in. */
    public ScanFixture control(String id, String body) throws Exception {
        Path file = Files.createDirectories(directory.resolve("controls")).resolve(id + ".yaml");
        Files.writeString(file, """
                apiVersion: gabion.io/v1alpha1
                kind: Control
                id: %s
                title: Title of %s
                severity: high
                message: something offends
                examples:
                  pass: [{object: {kind: Pod}}]
                  fail: [{object: {kind: Pod}}]
                %s
                """.formatted(id, id, body));
        for (ControlCompiler.Compiled compiled : new CatalogueCompiler(false).compile(file.toString())) {
            controls.add(compiled.control());
        }
        return this;
    }

    public ScanFixture options(ScanOptions other) {
        options = other;
        return this;
    }

    public ScanFixture exceptions(ExceptionRules rules) {
        exceptions = rules;
        return this;
    }

    public ScanFixture run(ExceptionRules rules) throws IOException {
        exceptions = rules;
        return run();
    }

    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        result.findings().forEach(all::add);
        return all;
    }

    public ScanFixture run() throws IOException {
        List<ActiveControl> active = Selection.ALL.of(new Catalogue(controls));
        Scanner scanner = new Scanner(
                active, JavaChecks::of, TestCatalogue.schema(), options, exceptions, (documents, objects) -> {});
        InputFinder finder = new InputFinder(scanner::problem);
        finder.add(directory.resolve("in").toString());
        result = scanner.scan(finder.files());
        return this;
    }

    public Catalogue catalogue() {
        return new Catalogue(controls);
    }

    public ScanResult result() {
        return result;
    }

    public long count(String control, Verdict verdict) {
        return result.tallies().getOrDefault(control, new Tally()).of(verdict);
    }

    /** {@code file:line Kind/name path} of every failing finding, in order. */
    public List<String> failures() {
        List<String> lines = new ArrayList<>();
        for (Finding f : result.findings()) {
            if (f.verdict() == Verdict.FAIL) {
                String file = Path.of(f.place().file()).getFileName().toString();
                lines.add(file + ":" + f.place().line() + " " + f.object().kind() + "/"
                        + f.object().name() + " " + f.path());
            }
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        if (result != null) {
            result.close();
        }
    }
}
