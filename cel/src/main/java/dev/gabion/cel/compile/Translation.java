package dev.gabion.cel.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.TypeType;
import dev.gabion.cel.eval.Bytes;
import dev.gabion.cel.eval.Comprehension;
import dev.gabion.cel.eval.Expression;
import dev.gabion.cel.eval.NullValue;
import dev.gabion.cel.eval.TypeValue;
import dev.gabion.cel.eval.UInt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns dev.cel's checked tree into the evaluator's, with variables resolved to slots. */
final class Translation {
    /** Evaluation is recursive; this many levels fit any thread's stack. */
    private static final int MAX_DEPTH = 1_000;

    private final Environment environment;
    private final CelAbstractSyntaxTree tree;
    private final Deque<Bound> scope = new ArrayDeque<>();
    private int nextSlot;
    private int depth;
    private int slots;

    /** A variable bound by a loop. */
    private record Bound(String name, int slot) {}

    Translation(Environment environment, CelAbstractSyntaxTree tree) {
        this.environment = environment;
        this.tree = tree;
        this.nextSlot = environment.names().size();
        this.slots = nextSlot;
    }

    Expression translate() throws CompileException {
        return expression(tree.getExpr());
    }

    int slots() {
        return slots;
    }

    private Expression expression(CelExpr expr) throws CompileException {
        if (++depth > MAX_DEPTH) {
            throw unsupported(expr, "the expression is nested too deeply");
        }
        Expression translated = node(expr);
        depth--;
        String refusal = translated.refusal();
        if (refusal != null) {
            throw unsupported(expr, refusal);
        }
        return translated;
    }

    private Expression node(CelExpr expr) throws CompileException {
        int id = (int) expr.id();
        int offset = offset(expr);
        return switch (expr.getKind()) {
            case CONSTANT -> Expression.constant(id, offset, constant(expr.constant()));
            case IDENT -> identifier(expr, expr.ident().name());
            case SELECT -> select(expr);
            case CALL -> call(expr);
            case LIST ->
                Expression.list(
                        id, offset, all(expr.list().elements()), expr.list().optionalIndices());
            case MAP -> map(expr);
            case COMPREHENSION -> Expression.comprehension(id, offset, loop(expr.comprehension()));
            case STRUCT -> message(expr);
            case NOT_SET -> throw unsupported(expr, "the expression is empty");
        };
    }

    private int offset(CelExpr expr) {
        return Places.offset(tree, expr);
    }

    private CompileException unsupported(CelExpr expr, String message) {
        return Places.fault(tree, expr, message);
    }

    private List<Expression> all(List<CelExpr> exprs) throws CompileException {
        List<Expression> translated = new ArrayList<>(exprs.size());
        for (CelExpr expr : exprs) {
            translated.add(expression(expr));
        }
        return translated;
    }

    private static Object constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case NULL_VALUE -> NullValue.NULL;
            case BOOLEAN_VALUE -> constant.booleanValue();
            case INT64_VALUE -> constant.int64Value();
            case UINT64_VALUE -> new UInt(constant.uint64Value().longValue());
            case DOUBLE_VALUE -> constant.doubleValue();
            case STRING_VALUE -> constant.stringValue();
            case BYTES_VALUE -> new Bytes(constant.bytesValue().toByteArray());
            default -> throw new IllegalStateException("constant of kind " + constant.getKind());
        };
    }

    /** A name with a leading dot is never one that a loop binds. */
    private Expression identifier(CelExpr expr, String name) throws CompileException {
        int id = (int) expr.id();
        boolean global = name.startsWith(".");
        for (Bound bound : scope) {
            if (!global && bound.name.equals(name)) {
                return Expression.variable(id, offset(expr), name, bound.slot);
            }
        }
        String reference = tree.getReference(expr.id())
                .map(CelReference::name)
                .filter(n -> !n.isEmpty())
                .orElse(name);
        String resolved = reference.startsWith(".") ? reference.substring(1) : reference;
        int slot = environment.slot(resolved);
        if (slot >= 0) {
            return Expression.variable(id, offset(expr), resolved, slot);
        }
        CelType type = tree.getType(expr.id()).orElse(null);
        if (type instanceof TypeType && !resolved.equals("dyn")) {
            return Expression.constant(id, offset(expr), new TypeValue(resolved));
        }
        throw unsupported(expr, "undeclared reference to '" + name + "'");
    }

    private Expression select(CelExpr expr) throws CompileException {
        CelExpr.CelSelect select = expr.select();
        CelReference reference = tree.getReference(expr.id()).orElse(null);
        if (reference != null && !reference.name().isEmpty() && !select.testOnly()) {
            return identifier(expr, reference.name());
        }
        return Expression.select(
                (int) expr.id(), offset(expr), expression(select.operand()), select.field(), select.testOnly());
    }

    private Expression call(CelExpr expr) throws CompileException {
        CelExpr.CelCall call = expr.call();
        List<Expression> args = new ArrayList<>();
        boolean member = call.target().isPresent();
        if (member) {
            args.add(expression(call.target().get()));
        }
        args.addAll(all(call.args()));
        return Expression.call((int) expr.id(), offset(expr), call.function(), overload(expr), member, args);
    }

    private @Nullable String overload(CelExpr expr) {
        List<String> ids = tree.getReference(expr.id())
                .map(r -> (List<String>) r.overloadIds())
                .orElse(List.of());
        return ids.size() == 1 ? ids.getFirst() : null;
    }

    private Expression map(CelExpr expr) throws CompileException {
        List<Expression> entries = new ArrayList<>();
        List<Integer> optional = new ArrayList<>();
        List<CelExpr.CelMap.Entry> source = expr.map().entries();
        for (int i = 0; i < source.size(); i++) {
            CelExpr.CelMap.Entry entry = source.get(i);
            entries.add(expression(entry.key()));
            entries.add(expression(entry.value()));
            if (entry.optionalEntry()) {
                optional.add(i);
            }
        }
        return Expression.map((int) expr.id(), offset(expr), entries, optional);
    }

    /** Only messages that stand for plain values can be built. */
    private Expression message(CelExpr expr) throws CompileException {
        String name = expr.struct().messageName();
        if (!WellKnownTypes.isValue(name)) {
            throw unsupported(expr, "messages cannot be built in a policy: " + name);
        }
        List<Expression> fields = new ArrayList<>();
        for (CelExpr.CelStruct.Entry entry : expr.struct().entries()) {
            if (entry.optionalEntry()) {
                throw unsupported(expr, "fields of messages cannot be optional");
            }
            fields.add(Expression.constant((int) entry.id(), offset(expr), entry.fieldKey()));
            fields.add(expression(entry.value()));
        }
        return Expression.call((int) expr.id(), offset(expr), name, null, false, fields);
    }

    private Comprehension.Loop loop(CelExpr.CelComprehension source) throws CompileException {
        Expression range = expression(source.iterRange());
        Expression init = expression(source.accuInit());
        int before = nextSlot;
        int slot = nextSlot++;
        int slot2 = source.iterVar2().isEmpty() ? -1 : nextSlot++;
        int accumulator = nextSlot++;
        slots = Math.max(slots, nextSlot);
        scope.push(new Bound(source.accuVar(), accumulator));
        int depth = scope.size();
        scope.push(new Bound(source.iterVar(), slot));
        if (slot2 >= 0) {
            scope.push(new Bound(source.iterVar2(), slot2));
        }
        Expression condition = expression(source.loopCondition());
        Expression step = expression(source.loopStep());
        while (scope.size() > depth) {
            scope.pop();
        }
        Expression result = expression(source.result());
        scope.pop();
        nextSlot = before;
        return new Comprehension.Loop(
                range,
                slot,
                slot2,
                accumulator,
                init,
                condition,
                step,
                result,
                new Comprehension.Names(source.iterVar(), slot2 < 0 ? null : source.iterVar2(), source.accuVar()));
    }
}
