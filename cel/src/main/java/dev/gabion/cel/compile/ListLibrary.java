package dev.gabion.cel.compile;

import static dev.gabion.cel.compile.Declarations.BOOL;
import static dev.gabion.cel.compile.Declarations.INT;
import static dev.gabion.cel.compile.Declarations.LIST_OF_DYN;
import static dev.gabion.cel.compile.Declarations.LIST_OF_T;
import static dev.gabion.cel.compile.Declarations.LIST_OF_U;
import static dev.gabion.cel.compile.Declarations.T;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelMacroExprFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The list library of Kubernetes, and version 3 of CEL's own. */
final class ListLibrary {
    private static final String KEYED = "@sortByAssociatedKeys";

    private ListLibrary() {}

    /** Types whose values have an order, in the order the API server declares them. */
    private static Map<String, CelType> comparable() {
        Map<String, CelType> types = new LinkedHashMap<>();
        types.put("int", INT);
        types.put("uint", SimpleType.UINT);
        types.put("double", SimpleType.DOUBLE);
        types.put("bool", BOOL);
        types.put("duration", SimpleType.DURATION);
        types.put("timestamp", SimpleType.TIMESTAMP);
        types.put("string", SimpleType.STRING);
        types.put("bytes", SimpleType.BYTES);
        return types;
    }

    static void basic(Declarations d) {
        comparable().forEach((name, type) -> {
            d.member("isSorted", "list_" + name + "_is_sorted_bool", BOOL, ListType.create(type));
            d.member("max", "list_" + name + "_max", type, ListType.create(type));
            d.member("min", "list_" + name + "_min", type, ListType.create(type));
            if (name.equals("duration") || (type instanceof SimpleType && isNumber(name))) {
                d.member("sum", "list_" + name + "_sum", type, ListType.create(type));
            }
        });
        d.member("indexOf", "list_a_index_of_int", INT, LIST_OF_T, T);
        d.member("lastIndexOf", "list_a_last_index_of_int", INT, LIST_OF_T, T);
    }

    private static boolean isNumber(String type) {
        return type.equals("int") || type.equals("uint") || type.equals("double");
    }

    static void includes(Declarations d) {
        d.member("includes", "list_a_includes_bool", BOOL, LIST_OF_T, T);
    }

    static void transforming(Declarations d) {
        d.member("slice", "list_slice", LIST_OF_T, LIST_OF_T, INT, INT);
        d.member("flatten", "list_flatten", LIST_OF_T, ListType.create(LIST_OF_T));
        d.member("flatten", "list_flatten_int", LIST_OF_DYN, LIST_OF_DYN, INT);
        d.member("distinct", "list_distinct", LIST_OF_T, LIST_OF_T);
        d.global("lists.range", "lists_range", ListType.create(INT), INT);
        d.member("reverse", "list_reverse", LIST_OF_T, LIST_OF_T);
        comparable().forEach((name, type) -> {
            CelType list = ListType.create(type);
            d.member("sort", "list_" + name + "_sort", list, list);
            d.member(KEYED, "list_" + name + "_sortByAssociatedKeys", LIST_OF_U, LIST_OF_U, list);
        });
        d.receiverMacro("sortBy", 2, ListLibrary::sortBy);
    }

    /** Binds the list to a variable and sorts it by the list of its items' keys. */
    private static Optional<CelExpr> sortBy(CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> args) {
        String input = "@__sortBy_input__";
        CelExpr variable = args.get(0);
        if (variable.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return Optional.of(factory.reportError(Macros.issue(factory, variable, "argument is not an identifier")));
        }
        if (!isSortable(target)) {
            return Optional.of(factory.reportError(Macros.issue(factory, target, "sortBy needs a list")));
        }
        CelExpr keys = Macros.map(
                factory, factory.newIdentifier(input), variable.ident().name(), args.get(1));
        CelExpr sorted = factory.newReceiverCall(KEYED, factory.newIdentifier(input), keys);
        return Optional.of(Macros.bind(factory, input, target, sorted));
    }

    private static boolean isSortable(CelExpr target) {
        return switch (target.getKind()) {
            case LIST, SELECT, IDENT, COMPREHENSION, CALL -> true;
            default -> false;
        };
    }
}
