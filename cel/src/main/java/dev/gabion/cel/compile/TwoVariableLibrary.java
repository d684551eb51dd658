package dev.gabion.cel.compile;

import static dev.gabion.cel.compile.Declarations.MAP_OF_T_TO_U;
import static dev.gabion.cel.compile.Declarations.T;
import static dev.gabion.cel.compile.Declarations.U;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelMacroExprFactory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comprehensions over index and item, or key and value. */
final class TwoVariableLibrary {
    private static final String INSERT = "cel.@mapInsert";

    private TwoVariableLibrary() {}

    static void declare(Declarations d) {
        d.global(INSERT, "@mapInsert_map_map", MAP_OF_T_TO_U, MAP_OF_T_TO_U, MAP_OF_T_TO_U);
        d.global(INSERT, "@mapInsert_map_key_value", MAP_OF_T_TO_U, MAP_OF_T_TO_U, T, U);
        macro(d, "all", 3, Macro.ALL);
        macro(d, "exists", 3, Macro.EXISTS);
        macro(d, "existsOne", 3, Macro.EXISTS_ONE);
        macro(d, "exists_one", 3, Macro.EXISTS_ONE);
        for (int args = 3; args <= 4; args++) {
            macro(d, "transformList", args, Macro.TRANSFORM_LIST);
            macro(d, "transformMap", args, Macro.TRANSFORM_MAP);
            macro(d, "transformMapEntry", args, Macro.TRANSFORM_MAP_ENTRY);
        }
    }

    private enum Macro {
        ALL,
        EXISTS,
        EXISTS_ONE,
        TRANSFORM_LIST,
        TRANSFORM_MAP,
        TRANSFORM_MAP_ENTRY;

        CelExpr expand(Loop loop) {
            return switch (this) {
                case ALL -> all(loop);
                case EXISTS -> exists(loop);
                case EXISTS_ONE -> existsOne(loop);
                case TRANSFORM_LIST -> transformList(loop);
                case TRANSFORM_MAP -> transformMap(loop);
                case TRANSFORM_MAP_ENTRY -> transformMapEntry(loop);
            };
        }
    }

    /** A loop being built. */
    private record Loop(CelMacroExprFactory factory, CelExpr range, ImmutableList<CelExpr> args) {
        CelExpr accumulator() {
            return factory.newIdentifier(factory.getAccumulatorVarName());
        }

        CelExpr last() {
            return args.getLast();
        }

        CelExpr fold(CelExpr init, CelExpr condition, CelExpr step, CelExpr result) {
            return factory.fold(
                    args.get(0).ident().name(),
                    args.get(1).ident().name(),
                    range,
                    factory.getAccumulatorVarName(),
                    init,
                    condition,
                    step,
                    result);
        }

        /** A loop that adds to its accumulator, where there is a filter only for what passes it. */
        CelExpr collect(CelExpr init, CelExpr added) {
            CelExpr step = args.size() == 3 ? added : factory.newGlobalCall("_?_:_", args.get(2), added, accumulator());
            return fold(init, factory.newBoolLiteral(true), step, accumulator());
        }
    }

    private static void macro(Declarations d, String name, int count, Macro macro) {
        d.receiverMacro(name, count, (factory, target, args) -> {
            CelExpr fault = fault(factory, args);
            return Optional.of(fault == null ? macro.expand(new Loop(factory, target, args)) : fault);
        });
    }

    private static @Nullable CelExpr fault(CelMacroExprFactory factory, ImmutableList<CelExpr> args) {
        for (CelExpr variable : args.subList(0, 2)) {
            if (variable.getKind() != CelExpr.ExprKind.Kind.IDENT
                    || variable.ident().name().contains(".")) {
                return factory.reportError(Macros.issue(factory, variable, "argument must be a simple name"));
            }
        }
        String second = args.get(1).ident().name();
        return args.get(0).ident().name().equals(second)
                ? factory.reportError(Macros.issue(factory, args.get(1), "duplicate variable name: " + second))
                : null;
    }

    private static CelExpr all(Loop loop) {
        CelExpr condition = loop.factory.newGlobalCall("@not_strictly_false", loop.accumulator());
        CelExpr step = loop.factory.newGlobalCall("_&&_", loop.accumulator(), loop.last());
        return loop.fold(loop.factory.newBoolLiteral(true), condition, step, loop.accumulator());
    }

    private static CelExpr exists(Loop loop) {
        CelExpr condition =
                loop.factory.newGlobalCall("@not_strictly_false", loop.factory.newGlobalCall("!_", loop.accumulator()));
        CelExpr step = loop.factory.newGlobalCall("_||_", loop.accumulator(), loop.last());
        return loop.fold(loop.factory.newBoolLiteral(false), condition, step, loop.accumulator());
    }

    private static CelExpr existsOne(Loop loop) {
        CelExpr more = loop.factory.newGlobalCall("_+_", loop.accumulator(), loop.factory.newIntLiteral(1));
        CelExpr step = loop.factory.newGlobalCall("_?_:_", loop.last(), more, loop.accumulator());
        CelExpr result = loop.factory.newGlobalCall("_==_", loop.accumulator(), loop.factory.newIntLiteral(1));
        return loop.fold(loop.factory.newIntLiteral(0), loop.factory.newBoolLiteral(true), step, result);
    }

    private static CelExpr transformList(Loop loop) {
        CelExpr item = loop.factory.newList(loop.last());
        return loop.collect(loop.factory.newList(), loop.factory.newGlobalCall("_+_", loop.accumulator(), item));
    }

    private static CelExpr transformMap(Loop loop) {
        CelExpr key = loop.factory.newIdentifier(loop.args.getFirst().ident().name());
        CelExpr inserted = loop.factory.newGlobalCall(INSERT, loop.accumulator(), key, loop.last());
        return loop.collect(loop.factory.newMap(), inserted);
    }

    private static CelExpr transformMapEntry(Loop loop) {
        CelExpr inserted = loop.factory.newGlobalCall(INSERT, loop.accumulator(), loop.last());
        return loop.collect(loop.factory.newMap(), inserted);
    }
}
