package dev.gabion.controls.catalogue;

import dev.gabion.cel.eval.CheckedExpression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message with holes. Each part is literal text, then an expression to print after it, or null at the end. */
public record MessageTemplate(List<Part> parts) {
    /** Literal text and the hole after it. */
    public record Part(String text, @Nullable CheckedExpression hole) {}
}
