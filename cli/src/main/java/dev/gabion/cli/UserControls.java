package dev.gabion.cli;

import dev.gabion.controls.catalogue.Control;
import dev.gabion.controls.check.JavaChecks;
import dev.gabion.controls.compile.CatalogueCompiler;
import dev.gabion.controls.compile.ControlCompiler;
import dev.gabion.controls.compile.ControlException;
import dev.gabion.controls.compile.ControlProblem;
import dev.gabion.controls.compile.ExampleRunner;
import dev.gabion.kube.schema.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Controls users bring: compiled, and held to their own examples, before they judge anything. */
final class UserControls {
    private UserControls() {}

    /** Like {@link #load}, for commands that go on with them: every problem on its line, then one sentence. */
    static List<Control> require(List<String> paths, Schema schema, Terminal terminal)
            throws IOException, UsageException {
        try {
            return load(paths, schema);
        } catch (ControlException e) {
            e.problems().forEach(p -> terminal.say(p.toString()));
            throw new UsageException("your controls cannot be used: "
                    + e.problems().size() + (e.problems().size() == 1 ? " problem" : " problems") + ", listed above");
        }
    }

    static List<Control> load(List<String> paths, Schema schema) throws IOException, ControlException {
        List<Control> controls = new ArrayList<>();
        List<ControlProblem> problems = new ArrayList<>();
        ExampleRunner runner = new ExampleRunner(schema, JavaChecks::of);
        for (String path : paths) {
            for (ControlCompiler.Compiled compiled : new CatalogueCompiler(false).compile(path)) {
                controls.add(compiled.control());
                problems.addAll(runner.run(compiled));
            }
        }
        if (!problems.isEmpty()) {
            throw new ControlException(problems);
        }
        return controls;
    }
}
