package dev.gabion.cli;

import dev.gabion.controls.compile.ControlException;
import dev.gabion.controls.compile.ControlProblem;
import java.util.List;

/** {@code gabion controls test}: compiles controls and holds them to their own examples. */
final class ControlsTestCommand implements Command.Action {
    @Override
    public int run(Arguments arguments, Terminal terminal) throws Exception {
        List<String> paths = arguments.rest().isEmpty() ? List.of(".") : arguments.rest();
        try {
            int count = UserControls.load(paths, Home.find().schema()).size();
            terminal.print(
                    count + (count == 1 ? " control agrees with its examples" : " controls agree with their examples"));
            return ExitCode.OK;
        } catch (ControlException e) {
            for (ControlProblem problem : e.problems()) {
                terminal.print(Escapes.line(problem.toString()));
            }
            terminal.say("gabion: failed: " + e.problems().size() + " problems in the controls");
            return ExitCode.POLICY;
        }
    }
}
