package dev.gabion.controls.compile;

import java.util.List;
import java.util.stream.Collectors;

/** Controls that cannot be used, with every reason. */
public final class ControlException extends Exception {
    private final transient List<ControlProblem> problems;

    public ControlException(List<ControlProblem> problems) {
        super(problems.stream().map(ControlProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<ControlProblem> problems() {
        return problems;
    }
}
