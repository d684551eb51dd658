package dev.gabion.cel.compile;

import static dev.gabion.cel.compile.Declarations.LIST_OF_STRING;
import static dev.gabion.cel.compile.Declarations.STRING;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.OptionalType;

/** Named formats of text. */
final class FormatLibrary {
    private static final CelType FORMAT = OpaqueType.create("kubernetes.NamedFormat");

    private static final String[] NAMES = {
        "dns1123Label",
        "dns1123Subdomain",
        "dns1035Label",
        "qualifiedName",
        "dns1123LabelPrefix",
        "dns1123SubdomainPrefix",
        "dns1035LabelPrefix",
        "labelValue",
        "uri",
        "uuid",
        "byte",
        "date",
        "datetime"
    };

    private FormatLibrary() {}

    static void declare(Declarations d) {
        d.global("format.named", "format-named", OptionalType.create(FORMAT), STRING);
        d.member("validate", "format-validate", OptionalType.create(LIST_OF_STRING), FORMAT, STRING);
        for (String name : NAMES) {
            d.global("format." + name, "constructor-format-" + name, FORMAT);
        }
    }
}
