package dev.gabion.cel.compile;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.compiler.CelCompilerLibrary;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Which functions an expression may name, by Kubernetes version. A version is the minor whose API server evaluates; new
 * policies compile against the one before. Source: admission specification, section 2.2.
 */
final class KubernetesLibraries {
    private static final int OPTIONALS = 28;
    private static final int QUANTITY = 28;
    private static final int SETS = 29;
    private static final int TWO_VARIABLES = 32;
    private static final int LISTS = 34;
    private static final int INCLUDES = 37;

    private static final CelType T = TypeParamType.create("T");
    private static final CelType LIST_OF_T = ListType.create(T);
    private static final CelType STRING = SimpleType.STRING;
    private static final CelType INT = SimpleType.INT;

    private KubernetesLibraries() {}

    static List<CelCompilerLibrary> standard(int minor, CelOptions options) {
        EnumSet<CelStringExtensions.Function> strings =
                EnumSet.complementOf(EnumSet.of(CelStringExtensions.Function.REVERSE));
        List<CelCompilerLibrary> libraries = new ArrayList<>();
        libraries.add(CelExtensions.strings(strings));
        if (minor >= OPTIONALS) {
            libraries.add(CelExtensions.optional(0));
        }
        if (minor >= SETS) {
            libraries.add(CelExtensions.sets(options));
        }
        if (minor >= TWO_VARIABLES) {
            libraries.add(CelExtensions.comprehensions());
        }
        if (minor >= LISTS) {
            libraries.add(CelExtensions.lists(2));
        }
        return libraries;
    }

    static List<CelFunctionDecl> functions(int minor) {
        List<CelFunctionDecl> all = new ArrayList<>();
        all.addAll(lists(minor));
        all.addAll(regex());
        all.add(CelFunctionDecl.newFunctionDeclaration(
                "format",
                CelOverloadDecl.newMemberOverload("string_format", STRING, STRING, ListType.create(SimpleType.DYN))));
        if (minor >= QUANTITY) {
            all.addAll(quantity());
        }
        return all;
    }

    /** Overload ids name the element type, for the API server tells them apart. */
    private static List<CelFunctionDecl> lists(int minor) {
        Map<String, CelType> ordered = Map.of(
                "int", INT,
                "uint", SimpleType.UINT,
                "double", SimpleType.DOUBLE,
                "bool", SimpleType.BOOL,
                "duration", SimpleType.DURATION,
                "timestamp", SimpleType.TIMESTAMP,
                "string", STRING,
                "bytes", SimpleType.BYTES);
        Map<String, CelType> summable = Map.of(
                "int", INT, "uint", SimpleType.UINT, "double", SimpleType.DOUBLE, "duration", SimpleType.DURATION);
        List<CelFunctionDecl> all = new ArrayList<>();
        all.add(perType("isSorted", ordered, true));
        all.add(perType("min", ordered, false));
        all.add(perType("max", ordered, false));
        all.add(perType("sum", summable, false));
        for (String name : List.of("indexOf", "lastIndexOf")) {
            all.add(CelFunctionDecl.newFunctionDeclaration(
                    name, CelOverloadDecl.newMemberOverload("list_a_" + name + "_int", INT, LIST_OF_T, T)));
        }
        if (minor >= INCLUDES) {
            all.add(CelFunctionDecl.newFunctionDeclaration(
                    "includes", CelOverloadDecl.newMemberOverload("list_includes", SimpleType.BOOL, LIST_OF_T, T)));
        }
        return all;
    }

    private static CelFunctionDecl perType(String name, Map<String, CelType> types, boolean predicate) {
        List<CelOverloadDecl> overloads = new ArrayList<>();
        types.forEach((key, type) -> overloads.add(CelOverloadDecl.newMemberOverload(
                "list_" + key + "_" + name, predicate ? SimpleType.BOOL : type, ListType.create(type))));
        return CelFunctionDecl.newFunctionDeclaration(name, overloads);
    }

    private static List<CelFunctionDecl> regex() {
        return List.of(
                CelFunctionDecl.newFunctionDeclaration(
                        "find", CelOverloadDecl.newMemberOverload("string_find_string", STRING, STRING, STRING)),
                CelFunctionDecl.newFunctionDeclaration(
                        "findAll",
                        CelOverloadDecl.newMemberOverload(
                                "string_find_all_string", ListType.create(STRING), STRING, STRING),
                        CelOverloadDecl.newMemberOverload(
                                "string_find_all_string_int", ListType.create(STRING), STRING, STRING, INT)));
    }

    private static List<CelFunctionDecl> quantity() {
        CelType q = KubernetesTypes.QUANTITY;
        return List.of(
                global("quantity", q, STRING),
                global("isQuantity", SimpleType.BOOL, STRING),
                global("sign", INT, q),
                member("isInteger", SimpleType.BOOL, q),
                member("asInteger", INT, q),
                member("asApproximateFloat", SimpleType.DOUBLE, q),
                member("isGreaterThan", SimpleType.BOOL, q, q),
                member("isLessThan", SimpleType.BOOL, q, q),
                member("compareTo", INT, q, q),
                withInteger("add", q),
                withInteger("sub", q));
    }

    private static CelFunctionDecl global(String name, CelType result, CelType... args) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload("kubernetes_" + name, result, args));
    }

    private static CelFunctionDecl member(String name, CelType result, CelType... args) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newMemberOverload("quantity_" + name, result, args));
    }

    private static CelFunctionDecl withInteger(String name, CelType q) {
        return CelFunctionDecl.newFunctionDeclaration(
                name,
                CelOverloadDecl.newMemberOverload("quantity_" + name, q, q, q),
                CelOverloadDecl.newMemberOverload("quantity_" + name + "_int", q, q, INT));
    }

    /** The type of an optional value. */
    static CelType optional(CelType type) {
        return OptionalType.create(type);
    }
}
