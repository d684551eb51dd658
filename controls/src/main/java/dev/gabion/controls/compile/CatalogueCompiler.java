package dev.gabion.controls.compile;

import dev.gabion.controls.catalogue.CatalogueFormat;
import dev.gabion.controls.catalogue.Control;
import dev.gabion.kube.read.Chunk;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.kube.read.Documents;
import dev.gabion.kube.read.InputFile;
import dev.gabion.kube.read.InputFinder;
import dev.gabion.kube.read.Limits;
import dev.gabion.kube.read.Problem;
import dev.gabion.kube.read.ReadDocument;
import dev.gabion.kube.tree.Document;
import dev.gabion.kube.tree.MapNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compiles a directory of controls. */
public final class CatalogueCompiler {
    private final ControlCompiler compiler;

    /** Makes one for Gabion's own catalogue, or for a user's. */
    public CatalogueCompiler(boolean ownCatalogue) {
        this.compiler = new ControlCompiler(ownCatalogue);
    }

    /** Build step: {@code CATALOGUE_DIRECTORY OUTPUT_FILE}. */
    public static void main(String[] args) throws IOException {
        try {
            List<Control> controls = new CatalogueCompiler(true)
                    .compile(args[0]).stream()
                            .map(ControlCompiler.Compiled::control)
                            .toList();
            Path output = Path.of(args[1]);
            Files.createDirectories(output.toAbsolutePath().getParent());
            CatalogueFormat.write(output, controls);
        } catch (ControlException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Every control below a directory or in a file, in order of id. */
    public List<ControlCompiler.Compiled> compile(String path) throws IOException, ControlException {
        List<ControlProblem> problems = new ArrayList<>();
        InputFinder finder = new InputFinder(p -> problems.add(problem(p)));
        finder.add(path);
        List<ControlCompiler.Compiled> all = new ArrayList<>();
        Map<String, String> files = new HashMap<>();
        for (InputFile file : finder.files()) {
            read(file, all, files, problems);
        }
        if (!problems.isEmpty()) {
            throw new ControlException(problems);
        }
        all.sort(Comparator.comparing(c -> c.control().id()));
        return all;
    }

    private static ControlProblem problem(Problem problem) {
        return new ControlProblem(problem.file(), problem.line(), problem.column(), problem.message());
    }

    private void read(
            InputFile file,
            List<ControlCompiler.Compiled> all,
            Map<String, String> files,
            List<ControlProblem> problems)
            throws IOException {
        DocumentParser parser = new DocumentParser(Limits.DEFAULT);
        try (Documents documents = Documents.open(file, Limits.DEFAULT)) {
            for (Chunk chunk = documents.next(); chunk != null; chunk = documents.next()) {
                ReadDocument document = parser.parse(chunk);
                document.problems().forEach(p -> problems.add(problem(p)));
                if (document.objects().size() != 1) {
                    if (document.outcome().read()) {
                        problems.add(new ControlProblem(
                                file.name(), chunk.start().line(), chunk.start().column(), "not one control"));
                    }
                    continue;
                }
                compile(document.document(), document.objects().getFirst().root(), all, files, problems);
            }
        }
    }

    private void compile(
            Document document,
            MapNode root,
            List<ControlCompiler.Compiled> all,
            Map<String, String> files,
            List<ControlProblem> problems) {
        String kind = String.valueOf(root.string("kind"));
        if (kind.startsWith("ValidatingAdmissionPolicy") || kind.startsWith("MutatingAdmissionPolicy")) {
            int line = document.position(root.start()).line();
            problems.add(new ControlProblem(
                    document.file(),
                    line,
                    1,
                    kind + " documents are not accepted as controls yet; write kind: Control"));
            return;
        }
        try {
            ControlCompiler.Compiled compiled = compiler.compile(document, root);
            String other = files.putIfAbsent(compiled.control().id(), document.file());
            if (other != null) {
                int line = document.position(root.start()).line();
                problems.add(new ControlProblem(
                        document.file(), line, 1, "the id " + compiled.control().id() + " is taken by " + other));
            }
            all.add(compiled);
        } catch (ControlException e) {
            problems.addAll(e.problems());
        }
    }
}
