package dev.gabion.cel.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All libraries together. A new library is one class and one line here. */
final class Functions {
    private Functions() {}

    /** A library gives the function of a name and number of arguments, or null. */
    @FunctionalInterface
    private interface Library {
        @Nullable
        Function find(String name, int args);
    }

    private static final List<Library> LIBRARIES = List.of(
            Operators::find,
            StringFunctions::find,
            ListFunctions::find,
            Conversions::find,
            OptionalFunctions::find,
            RegexFunctions::find,
            SetFunctions::find,
            QuantityFunctions::find,
            TimeFunctions::find,
            MapFunctions::find);

    static Function find(String name, int args) {
        for (Library library : LIBRARIES) {
            Function found = library.find(name, args);
            if (found != null) {
                return found;
            }
        }
        return (values, frame) -> CelError.noOverload(name, values);
    }

    /** Whether the evaluator has the function; a checked expression may use no other. */
    static boolean has(String name, int args) {
        return LIBRARIES.stream().anyMatch(library -> library.find(name, args) != null);
    }
}
