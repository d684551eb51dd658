package dev.gabion.cel.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the API server checks of literals beyond their types, from version 1.29 on: lists and maps hold one type, and
 * literal format strings fit literal lists of arguments, which in turn may mix types. Literal durations, timestamps and
 * regular expressions are found wanting when they are planned.
 */
final class LiteralChecks {
    private final CelAbstractSyntaxTree tree;

    LiteralChecks(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    void run() throws CompileException {
        check(tree.getExpr(), false);
    }

    private void check(CelExpr expr, boolean formatted) throws CompileException {
        switch (expr.getKind()) {
            case SELECT -> check(expr.select().operand(), formatted);
            case CALL -> call(expr, formatted);
            case LIST -> list(expr, formatted);
            case MAP -> map(expr, formatted);
            case COMPREHENSION -> comprehension(expr.comprehension(), formatted);
            case STRUCT -> {
                for (CelExpr.CelStruct.Entry entry : expr.struct().entries()) {
                    check(entry.value(), formatted);
                }
            }
            case CONSTANT, IDENT, NOT_SET -> {}
        }
    }

    private void comprehension(CelExpr.CelComprehension loop, boolean formatted) throws CompileException {
        check(loop.iterRange(), formatted);
        check(loop.accuInit(), formatted);
        check(loop.loopCondition(), formatted);
        check(loop.loopStep(), formatted);
        check(loop.result(), formatted);
    }

    private void call(CelExpr expr, boolean formatted) throws CompileException {
        CelExpr.CelCall call = expr.call();
        boolean format = call.function().equals("format");
        if (format) {
            format(expr);
        }
        if (call.target().isPresent()) {
            check(call.target().get(), formatted || format);
        }
        for (CelExpr arg : call.args()) {
            check(arg, formatted || format);
        }
    }

    private void list(CelExpr expr, boolean formatted) throws CompileException {
        CelExpr.CelList list = expr.list();
        CelType first = null;
        for (int i = 0; i < list.elements().size(); i++) {
            CelExpr item = list.elements().get(i);
            check(item, formatted);
            first = same(first, type(item, list.optionalIndices().contains(i)), item, formatted);
        }
    }

    private void map(CelExpr expr, boolean formatted) throws CompileException {
        CelType firstKey = null;
        CelType firstValue = null;
        for (CelExpr.CelMap.Entry entry : expr.map().entries()) {
            check(entry.key(), formatted);
            check(entry.value(), formatted);
            firstKey = same(firstKey, type(entry.key(), false), entry.key(), formatted);
            firstValue = same(firstValue, type(entry.value(), entry.optionalEntry()), entry.value(), formatted);
        }
    }

    private CelType type(CelExpr expr, boolean optional) {
        CelType type = tree.getType(expr.id()).orElse(SimpleType.DYN);
        return optional && !type.parameters().isEmpty() ? type.parameters().getFirst() : type;
    }

    private CelType same(@Nullable CelType first, CelType type, CelExpr at, boolean formatted) throws CompileException {
        if (first == null) {
            return type;
        }
        if (!formatted && !isSame(first, type)) {
            throw Places.fault(
                    tree,
                    at,
                    "expected type '" + TypeText.format(first) + "' but found '" + TypeText.format(type) + "'");
        }
        return first;
    }

    private static boolean isSame(CelType a, CelType b) {
        if (a.kind() != b.kind() || a.parameters().size() != b.parameters().size()) {
            return false;
        }
        if (a.kind() != CelKind.TYPE_PARAM && !Objects.equals(a.name(), b.name())) {
            return false;
        }
        for (int i = 0; i < a.parameters().size(); i++) {
            if (!isSame(a.parameters().get(i), b.parameters().get(i))) {
                return false;
            }
        }
        return true;
    }

    private void format(CelExpr expr) throws CompileException {
        CelExpr.CelCall call = expr.call();
        CelExpr target = call.target().orElse(null);
        boolean literal = target != null
                && target.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && target.constant().getKind() == CelConstant.Kind.STRING_VALUE
                && call.args().size() == 1
                && call.args().getFirst().getKind() == CelExpr.ExprKind.Kind.LIST;
        if (target != null && literal) {
            List<CelExpr> args = call.args().getFirst().list().elements();
            new FormatCheck(tree, expr, args).run(target.constant().stringValue());
        }
    }
}
