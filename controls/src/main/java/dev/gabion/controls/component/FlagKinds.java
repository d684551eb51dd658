package dev.gabion.controls.component;

import java.util.Set;

/**
 * How values of flags are read where text alone does not tell. Source: command-line references of the components, which
 * parse with pflag; etcd parses with Go's flag package.
 */
final class FlagKinds {
    /** Flags whose repeated values add up. */
    private static final Set<String> LISTS = Set.of(
            "admission-control",
            "allowed-unsafe-sysctls",
            "api-audiences",
            "authorization-mode",
            "cors-allowed-origins",
            "controllers",
            "disable-admission-plugins",
            "enable-admission-plugins",
            "enforce-node-allocatable",
            "etcd-servers",
            "eviction-hard",
            "eviction-soft",
            "feature-gates",
            "kube-reserved",
            "nodeport-addresses",
            "requestheader-allowed-names",
            "runtime-config",
            "service-account-issuer",
            "service-account-key-file",
            "system-reserved",
            "tls-cipher-suites");

    /** Flags that are true or false. */
    private static final Set<String> BOOLEANS = Set.of(
            "allow-privileged",
            "anonymous-auth",
            "audit-log-compress",
            "audit-log-truncate-enabled",
            "audit-webhook-batch-throttle-enable",
            "audit-webhook-truncate-enabled",
            "authentication-token-webhook",
            "auto-tls",
            "client-cert-auth",
            "contention-profiling",
            "enable-bootstrap-token-auth",
            "enable-debugging-handlers",
            "enable-pprof",
            "enable-priority-and-fairness",
            "kubelet-https",
            "leader-elect",
            "make-iptables-util-chains",
            "peer-auto-tls",
            "peer-client-cert-auth",
            "profiling",
            "protect-kernel-defaults",
            "rotate-certificates",
            "rotate-server-certificates",
            "seccomp-default",
            "service-account-extend-token-expiration",
            "service-account-lookup",
            "use-service-account-credentials");

    private FlagKinds() {}

    static boolean addsUp(String flag) {
        return LISTS.contains(flag);
    }

    /** Go reads several words as true and as false; expressions see only two. */
    static String normal(String flag, String value) {
        if (!BOOLEANS.contains(flag)) {
            return value;
        }
        return switch (value) {
            case "1", "t", "T", "TRUE", "True", "true" -> "true";
            case "0", "f", "F", "FALSE", "False", "false" -> "false";
            default -> value;
        };
    }
}
