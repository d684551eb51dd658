package dev.gabion.cel.compile;

import static dev.gabion.cel.compile.Declarations.BOOL;
import static dev.gabion.cel.compile.Declarations.STRING;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;

/** Authorization checks. */
final class AuthorizerLibrary {
    static final CelType AUTHORIZER = type("Authorizer");
    static final CelType RESOURCE_CHECK = type("ResourceCheck");

    private static final CelType PATH_CHECK = type("PathCheck");
    private static final CelType GROUP_CHECK = type("GroupCheck");
    private static final CelType DECISION = type("Decision");

    private AuthorizerLibrary() {}

    private static CelType type(String name) {
        return OpaqueType.create("kubernetes.authorization." + name);
    }

    static void declare(Declarations d) {
        d.member("path", "authorizer_path", PATH_CHECK, AUTHORIZER, STRING);
        d.member("group", "authorizer_group", GROUP_CHECK, AUTHORIZER, STRING);
        d.member("serviceAccount", "authorizer_serviceaccount", AUTHORIZER, AUTHORIZER, STRING, STRING);
        d.member("resource", "groupcheck_resource", RESOURCE_CHECK, GROUP_CHECK, STRING);
        for (String part : new String[] {"subresource", "namespace", "name", "fieldSelector", "labelSelector"}) {
            d.member(part, "resourcecheck_" + part, RESOURCE_CHECK, RESOURCE_CHECK, STRING);
        }
        d.member("check", "pathcheck_check", DECISION, PATH_CHECK, STRING);
        d.member("check", "resourcecheck_check", DECISION, RESOURCE_CHECK, STRING);
        d.member("errored", "decision_errored", BOOL, DECISION);
        d.member("error", "decision_error", STRING, DECISION);
        d.member("allowed", "decision_allowed", BOOL, DECISION);
        d.member("reason", "decision_reason", STRING, DECISION);
    }
}
