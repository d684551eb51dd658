package dev.gabion.cel.compile;

import static dev.gabion.cel.compile.Declarations.INT;
import static dev.gabion.cel.compile.Declarations.LIST_OF_STRING;
import static dev.gabion.cel.compile.Declarations.STRING;

/** Regular expression searches; {@code matches} is CEL's own. */
final class RegexLibrary {
    private RegexLibrary() {}

    static void declare(Declarations d) {
        d.member("find", "string_find_string", STRING, STRING, STRING);
        d.member("findAll", "string_find_all_string", LIST_OF_STRING, STRING, STRING);
        d.member("findAll", "string_find_all_string_int", LIST_OF_STRING, STRING, STRING, INT);
    }
}
