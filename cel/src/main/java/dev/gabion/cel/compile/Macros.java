package dev.gabion.cel.compile;

import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelMacroExprFactory;

/** Pieces that macros expand to. They decide costs, so they follow the API server's expansions step by step. */
final class Macros {
    private Macros() {}

    static CelIssue issue(CelMacroExprFactory factory, CelExpr at, String message) {
        return CelIssue.formatError(factory.getSourceLocation(at), message);
    }

    /** {@code result} with a variable bound to a value, which is evaluated when the variable is first read. */
    static CelExpr bind(CelMacroExprFactory factory, String variable, CelExpr value, CelExpr result) {
        return factory.fold(
                "#unused",
                factory.newList(),
                variable,
                value,
                factory.newBoolLiteral(false),
                factory.newIdentifier(variable),
                result);
    }

    /** {@code range.map(variable, item)}. */
    static CelExpr map(CelMacroExprFactory factory, CelExpr range, String variable, CelExpr item) {
        String accumulator = factory.getAccumulatorVarName();
        CelExpr step = factory.newGlobalCall("_+_", factory.newIdentifier(accumulator), factory.newList(item));
        return factory.fold(
                variable,
                range,
                accumulator,
                factory.newList(),
                factory.newBoolLiteral(true),
                step,
                factory.newIdentifier(accumulator));
    }
}
