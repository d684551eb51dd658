package dev.gabion.cel.compile;

import static dev.gabion.cel.compile.Declarations.INT;
import static dev.gabion.cel.compile.Declarations.LIST_OF_DYN;
import static dev.gabion.cel.compile.Declarations.LIST_OF_STRING;
import static dev.gabion.cel.compile.Declarations.STRING;

/** CEL's string library: version 0, and what version 2 adds. */
final class StringLibrary {
    private StringLibrary() {}

    static void basic(Declarations d) {
        d.member("charAt", "string_char_at_int", STRING, STRING, INT);
        for (String name : new String[] {"indexOf", "lastIndexOf"}) {
            d.member(name, "string_" + name + "_string", INT, STRING, STRING);
            d.member(name, "string_" + name + "_string_int", INT, STRING, STRING, INT);
        }
        d.member("join", "list_join", STRING, LIST_OF_STRING);
        d.member("join", "list_join_string", STRING, LIST_OF_STRING, STRING);
        for (String name : new String[] {"lowerAscii", "upperAscii", "trim"}) {
            d.member(name, "string_" + name, STRING, STRING);
        }
        d.member("replace", "string_replace_string_string", STRING, STRING, STRING, STRING);
        d.member("replace", "string_replace_string_string_int", STRING, STRING, STRING, STRING, INT);
        d.member("split", "string_split_string", LIST_OF_STRING, STRING, STRING);
        d.member("split", "string_split_string_int", LIST_OF_STRING, STRING, STRING, INT);
        d.member("substring", "string_substring_int", STRING, STRING, INT);
        d.member("substring", "string_substring_int_int", STRING, STRING, INT, INT);
    }

    static void formatting(Declarations d) {
        d.member("format", "string_format", STRING, STRING, LIST_OF_DYN);
        d.global("strings.quote", "strings_quote", STRING, STRING);
    }
}
