package dev.gabion.cel.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;

/** Where nodes of a tree stand in their source. */
final class Places {
    private Places() {}

    static int offset(CelAbstractSyntaxTree tree, CelExpr expr) {
        Integer position = tree.getSource().getPositionsMap().get(expr.id());
        return position == null ? 0 : position;
    }

    static CompileException fault(CelAbstractSyntaxTree tree, CelExpr expr, String message) {
        var place = tree.getSource().getOffsetLocation(offset(tree, expr));
        return new CompileException(
                place.map(p -> p.getLine()).orElse(1),
                place.map(p -> p.getColumn()).orElse(0) + 1,
                message);
    }
}
