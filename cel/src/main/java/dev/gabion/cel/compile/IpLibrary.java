package dev.gabion.cel.compile;

import static dev.gabion.cel.compile.Declarations.BOOL;
import static dev.gabion.cel.compile.Declarations.INT;
import static dev.gabion.cel.compile.Declarations.STRING;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;

/** IP addresses. */
final class IpLibrary {
    static final CelType IP = OpaqueType.create("net.IP");

    private IpLibrary() {}

    static void declare(Declarations d) {
        d.global("ip", "string_to_ip", IP, STRING);
        d.global("isIP", "is_ip", BOOL, STRING);
        d.global("ip.isCanonical", "ip_is_canonical", BOOL, STRING);
        d.global("string", "ip_to_string", STRING, IP);
        d.member("family", "ip_family", INT, IP);
        for (String name : new String[] {
            "isUnspecified", "isLoopback", "isLinkLocalMulticast", "isLinkLocalUnicast", "isGlobalUnicast"
        }) {
            d.member(name, "ip_" + name, BOOL, IP);
        }
    }
}
