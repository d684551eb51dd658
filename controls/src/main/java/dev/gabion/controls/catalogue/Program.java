package dev.gabion.controls.catalogue;

import dev.gabion.cel.eval.CheckedExpression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a control that runs. A check written in Java has no rules. */
public record Program(
        @Nullable CheckedExpression appliesWhen, List<Rule> rules, MessageTemplate message, List<FixTemplate> fix) {}
