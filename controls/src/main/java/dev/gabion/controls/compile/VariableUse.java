package dev.gabion.controls.compile;

import dev.gabion.cel.eval.Expression;
import dev.gabion.cel.eval.Select;
import dev.gabion.cel.eval.Variable;
import dev.gabion.controls.catalogue.ControlVariable;
import java.util.Set;

/** Which variables an expression names, and which kinds of {@code objects}. */
final class VariableUse {
    private VariableUse() {}

    static void collect(Expression expression, Set<ControlVariable> variables, Set<String> objectKinds) {
        if (expression instanceof Variable variable) {
            ControlVariable known = ControlVariable.of(variable.name());
            if (known != null && known.slot() == variable.slot()) {
                variables.add(known);
            }
        }
        if (expression instanceof Select select
                && select.operand() instanceof Variable variable
                && variable.name().equals(ControlVariable.OBJECTS.variable())) {
            objectKinds.add(select.field());
        }
        for (Expression child : expression.children()) {
            collect(child, variables, objectKinds);
        }
    }
}
