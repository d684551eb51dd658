package dev.gabion.cel.compile;

import static dev.gabion.cel.compile.Declarations.BOOL;
import static dev.gabion.cel.compile.Declarations.LIST_OF_T;

/** Lists as sets. */
final class SetLibrary {
    private SetLibrary() {}

    static void declare(Declarations d) {
        for (String name : new String[] {"contains", "equivalent", "intersects"}) {
            d.global("sets." + name, "list_sets_" + name + "_list", BOOL, LIST_OF_T, LIST_OF_T);
        }
    }
}
