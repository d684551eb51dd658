package dev.gabion.controls.component;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which flags may be set by a file that another flag names. Source: command-line references of the components.
 */
final class FlagFiles {
    private static final Map<String, String> OF_API_SERVER = Map.of(
            "authorization-mode", "authorization-config",
            "anonymous-auth", "authentication-config",
            "oidc-issuer-url", "authentication-config",
            "oidc-groups-claim", "authentication-config",
            "oidc-groups-prefix", "authentication-config");

    private FlagFiles() {}

    /** The flag that names the file, or null where only the command line sets the flag. */
    static @Nullable String fileFor(String component, String flag) {
        return switch (component) {
            case "kube-apiserver" -> OF_API_SERVER.get(flag);
            case "kubelet" -> ConfigurationFields.KUBELET.has(flag) ? "config" : null;
            case "kube-proxy" -> ConfigurationFields.KUBE_PROXY.has(flag) ? "config" : null;
            case "kube-scheduler" -> ConfigurationFields.KUBE_SCHEDULER.has(flag) ? "config" : null;
            case "etcd" -> "config-file";
            default -> null;
        };
    }
}
