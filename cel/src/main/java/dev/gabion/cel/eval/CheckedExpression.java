package dev.gabion.cel.eval;

/**
 * An expression that was parsed and type-checked.
 *
 * @param source its text
 * @param type the static type as CEL writes it, such as {@code bool}, {@code list(dyn)}
 * @param slots how many variable slots of a {@link Frame} it uses, declared variables first
 */
public record CheckedExpression(String source, Expression root, String type, int slots) {
    /** The value, a {@link CelError} where evaluation fails. */
    public Object eval(Frame frame) {
        try {
            return root.eval(frame);
        } catch (EvaluationPanic panic) {
            return panic.error();
        }
    }
}
