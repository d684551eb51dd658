package dev.gabion.cel.compile;

import static dev.gabion.cel.compile.Declarations.BOOL;
import static dev.gabion.cel.compile.Declarations.DOUBLE;
import static dev.gabion.cel.compile.Declarations.INT;
import static dev.gabion.cel.compile.Declarations.STRING;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;

/** Resource quantities. */
final class QuantityLibrary {
    private static final CelType QUANTITY = OpaqueType.create("kubernetes.Quantity");

    private QuantityLibrary() {}

    static void declare(Declarations d) {
        d.global("quantity", "string_to_quantity", QUANTITY, STRING);
        d.global("isQuantity", "is_quantity_string", BOOL, STRING);
        d.global("sign", "quantity_sign", INT, QUANTITY);
        d.member("isInteger", "quantity_is_integer", BOOL, QUANTITY);
        d.member("asInteger", "quantity_get_int", INT, QUANTITY);
        d.member("asApproximateFloat", "quantity_get_float", DOUBLE, QUANTITY);
        d.member("isGreaterThan", "quantity_is_greater_than", BOOL, QUANTITY, QUANTITY);
        d.member("isLessThan", "quantity_is_less_than", BOOL, QUANTITY, QUANTITY);
        d.member("compareTo", "quantity_compare_to", INT, QUANTITY, QUANTITY);
        for (String name : new String[] {"add", "sub"}) {
            d.member(name, "quantity_" + name, QUANTITY, QUANTITY, QUANTITY);
            d.member(name, "quantity_" + name + "_int", QUANTITY, QUANTITY, INT);
        }
    }
}
