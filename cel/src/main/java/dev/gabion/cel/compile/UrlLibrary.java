package dev.gabion.cel.compile;

import static dev.gabion.cel.compile.Declarations.BOOL;
import static dev.gabion.cel.compile.Declarations.LIST_OF_STRING;
import static dev.gabion.cel.compile.Declarations.STRING;

import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;

/** URLs. */
final class UrlLibrary {
    private static final CelType URL = OpaqueType.create("kubernetes.URL");

    private UrlLibrary() {}

    static void declare(Declarations d) {
        d.global("url", "string_to_url", URL, STRING);
        d.global("isURL", "is_url_string", BOOL, STRING);
        for (String name : new String[] {"getScheme", "getHost", "getHostname", "getPort", "getEscapedPath"}) {
            d.member(name, "url_" + name, STRING, URL);
        }
        d.member("getQuery", "url_getQuery", MapType.create(STRING, LIST_OF_STRING), URL);
    }
}
