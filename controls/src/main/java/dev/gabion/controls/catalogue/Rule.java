package dev.gabion.controls.catalogue;

import dev.gabion.cel.eval.CheckedExpression;
import dev.gabion.kube.tree.FieldPath;

/**
 * One way to offend: a field, as a path or pattern from the target, and when it does.
 *
 * @param expression of type bool
 * @param offendsWhen the value of the expression that means the field offends: false for a {@code check}
 */
public record Rule(FieldPath path, CheckedExpression expression, boolean offendsWhen) {
    /** The check as its author wrote it. */
    public String source() {
        return expression.source();
    }
}
