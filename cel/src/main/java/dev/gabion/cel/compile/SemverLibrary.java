package dev.gabion.cel.compile;

import static dev.gabion.cel.compile.Declarations.BOOL;
import static dev.gabion.cel.compile.Declarations.INT;
import static dev.gabion.cel.compile.Declarations.STRING;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;

/** Semantic versions. */
final class SemverLibrary {
    private static final CelType SEMVER = OpaqueType.create("kubernetes.Semver");

    private SemverLibrary() {}

    static void declare(Declarations d) {
        d.global("semver", "string_to_semver", SEMVER, STRING);
        d.global("semver", "string_bool_to_semver", SEMVER, STRING, BOOL);
        d.global("isSemver", "is_semver_string", BOOL, STRING);
        d.global("isSemver", "is_semver_string_bool", BOOL, STRING, BOOL);
        d.member("isGreaterThan", "semver_is_greater_than", BOOL, SEMVER, SEMVER);
        d.member("isLessThan", "semver_is_less_than", BOOL, SEMVER, SEMVER);
        d.member("compareTo", "semver_compare_to", INT, SEMVER, SEMVER);
        for (String name : new String[] {"major", "minor", "patch"}) {
            d.member(name, "semver_" + name, INT, SEMVER);
        }
    }
}
