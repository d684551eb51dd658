package dev.gabion.controls.engine;

import dev.gabion.controls.catalogue.Control;
import dev.gabion.finding.Finding;
import java.util.List;

/** Takes what the engine has to say of a control and a target. */
public interface Outcomes {
    void passed(Control control, Target target);

    void notApplicable(Control control, Target target, String reason);

    /** At least one finding, each a fail or undecided. */
    void found(Control control, Target target, List<Finding> findings);
}
