package dev.gabion.cel.compile;

import static dev.gabion.cel.compile.Declarations.BOOL;
import static dev.gabion.cel.compile.Declarations.INT;
import static dev.gabion.cel.compile.Declarations.STRING;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;

/** Blocks of addresses. Overload ids with texts matter: those cost the parsing too. */
final class CidrLibrary {
    private static final CelType CIDR = OpaqueType.create("net.CIDR");

    private CidrLibrary() {}

    static void declare(Declarations d) {
        d.global("cidr", "string_to_cidr", CIDR, STRING);
        d.global("isCIDR", "is_cidr", BOOL, STRING);
        d.global("string", "cidr_to_string", STRING, CIDR);
        d.member("containsIP", "cidr_contains_ip_string", BOOL, CIDR, STRING);
        d.member("containsIP", "cidr_contains_ip_ip", BOOL, CIDR, IpLibrary.IP);
        d.member("containsCIDR", "cidr_contains_cidr_string", BOOL, CIDR, STRING);
        d.member("containsCIDR", "cidr_contains_cidr", BOOL, CIDR, CIDR);
        d.member("ip", "cidr_ip", IpLibrary.IP, CIDR);
        d.member("prefixLength", "cidr_prefix_length", INT, CIDR);
        d.member("masked", "cidr_masked", CIDR, CIDR);
    }
}
