package dev.gabion.cel.compile;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExpander;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the functions and macros of an environment. Overloads of one function keep the order they are declared in:
 * where several fit, as for an empty list, the checker takes the first.
 */
final class Declarations {
    static final CelType STRING = SimpleType.STRING;
    static final CelType INT = SimpleType.INT;
    static final CelType BOOL = SimpleType.BOOL;
    static final CelType DOUBLE = SimpleType.DOUBLE;
    static final CelType DYN = SimpleType.DYN;
    static final CelType T = TypeParamType.create("T");
    static final CelType U = TypeParamType.create("U");
    static final CelType LIST_OF_T = ListType.create(T);
    static final CelType LIST_OF_U = ListType.create(U);
    static final CelType LIST_OF_STRING = ListType.create(STRING);
    static final CelType LIST_OF_DYN = ListType.create(DYN);
    static final CelType MAP_OF_T_TO_U = MapType.create(T, U);

    private final Map<String, List<CelOverloadDecl>> overloads = new LinkedHashMap<>();
    private final List<CelMacro> macros = new ArrayList<>();

    void global(String function, String overload, CelType result, CelType... args) {
        add(function, CelOverloadDecl.newGlobalOverload(overload, result, args));
    }

    /** A member function; the receiver is the first argument. */
    void member(String function, String overload, CelType result, CelType... args) {
        add(function, CelOverloadDecl.newMemberOverload(overload, result, args));
    }

    private void add(String function, CelOverloadDecl overload) {
        overloads.computeIfAbsent(function, f -> new ArrayList<>()).add(overload);
    }

    void receiverMacro(String function, int args, CelMacroExpander expander) {
        macros.add(CelMacro.newReceiverMacro(function, args, expander));
    }

    List<CelFunctionDecl> functions() {
        List<CelFunctionDecl> all = new ArrayList<>();
        overloads.forEach((name, list) -> all.add(CelFunctionDecl.newFunctionDeclaration(name, list)));
        return all;
    }

    List<CelMacro> macros() {
        return macros;
    }
}
