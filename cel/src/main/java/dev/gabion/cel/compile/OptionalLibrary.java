package dev.gabion.cel.compile;

import static dev.gabion.cel.compile.Declarations.BOOL;
import static dev.gabion.cel.compile.Declarations.INT;
import static dev.gabion.cel.compile.Declarations.LIST_OF_T;
import static dev.gabion.cel.compile.Declarations.MAP_OF_T_TO_U;
import static dev.gabion.cel.compile.Declarations.T;
import static dev.gabion.cel.compile.Declarations.U;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OptionalType;
import dev.cel.parser.CelMacroExprFactory;
import java.util.Optional;

/** Optional values. */
final class OptionalLibrary {
    private static final CelType OPTIONAL_T = OptionalType.create(T);
    private static final CelType OPTIONAL_U = OptionalType.create(U);
    private static final CelType OPTIONAL_LIST = OptionalType.create(LIST_OF_T);
    private static final CelType OPTIONAL_MAP = OptionalType.create(MAP_OF_T_TO_U);

    private OptionalLibrary() {}

    static void declare(Declarations d) {
        d.global("optional.of", "optional_of", OPTIONAL_T, T);
        d.global("optional.ofNonZeroValue", "optional_ofNonZeroValue", OPTIONAL_T, T);
        d.global("optional.none", "optional_none", OPTIONAL_T);
        d.member("value", "optional_value", T, OPTIONAL_T);
        d.member("hasValue", "optional_hasValue", BOOL, OPTIONAL_T);
        d.member("or", "optional_or_optional", OPTIONAL_T, OPTIONAL_T, OPTIONAL_T);
        d.member("orValue", "optional_orValue_value", T, OPTIONAL_T, T);
        d.global("_?._", "select_optional_field", OPTIONAL_T, Declarations.DYN, Declarations.STRING);
        d.global("_[?_]", "list_optindex_optional_int", OPTIONAL_T, LIST_OF_T, INT);
        d.global("_[?_]", "optional_list_optindex_optional_int", OPTIONAL_T, OPTIONAL_LIST, INT);
        d.global("_[?_]", "map_optindex_optional_value", OPTIONAL_U, MAP_OF_T_TO_U, T);
        d.global("_[?_]", "optional_map_optindex_optional_value", OPTIONAL_U, OPTIONAL_MAP, T);
        d.global("_[_]", "optional_list_index_int", OPTIONAL_T, OPTIONAL_LIST, INT);
        d.global("_[_]", "optional_map_index_value", OPTIONAL_U, OPTIONAL_MAP, T);
        d.member("first", "list_first", OPTIONAL_T, LIST_OF_T);
        d.member("last", "list_last", OPTIONAL_T, LIST_OF_T);
        d.global("optional.unwrap", "optional_unwrap", LIST_OF_T, ListType.create(OPTIONAL_T));
        d.member("unwrapOpt", "optional_unwrapOpt", LIST_OF_T, ListType.create(OPTIONAL_T));
        d.receiverMacro("optMap", 2, (factory, target, args) -> mapped(factory, target, args, true));
        d.receiverMacro("optFlatMap", 2, (factory, target, args) -> mapped(factory, target, args, false));
    }

    /** Asks the target for its value twice: whether there is one, and what it is. */
    private static Optional<CelExpr> mapped(
            CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> args, boolean wraps) {
        CelExpr variable = args.get(0);
        if (variable.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return Optional.of(
                    factory.reportError(Macros.issue(factory, variable, "variable name must be a simple identifier")));
        }
        CelExpr value = factory.newReceiverCall("value", factory.copy(target));
        CelExpr mapped = Macros.bind(factory, variable.ident().name(), value, args.get(1));
        return Optional.of(factory.newGlobalCall(
                "_?_:_",
                factory.newReceiverCall("hasValue", target),
                wraps ? factory.newGlobalCall("optional.of", mapped) : mapped,
                factory.newGlobalCall("optional.none")));
    }
}
