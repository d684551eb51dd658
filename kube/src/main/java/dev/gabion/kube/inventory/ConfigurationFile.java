package dev.gabion.kube.inventory;

/**
 * Which kinds are documents that programs read from files. No API server serves them; they have no namespace, and
 * belong to what lies in the same directory.
 */
public final class ConfigurationFile {
    private ConfigurationFile() {}

    public static boolean is(String group, String kind) {
        return switch (group) {
            case "apiserver.config.k8s.io",
                    "apiserver.k8s.io",
                    "audit.k8s.io",
                    "eventratelimit.admission.k8s.io",
                    "kubeadm.k8s.io",
                    "kubecontrollermanager.config.k8s.io",
                    "kubelet.config.k8s.io",
                    "kubeproxy.config.k8s.io",
                    "kubescheduler.config.k8s.io",
                    "pod-security.admission.config.k8s.io" -> true;
            case "" -> kind.equals("Config");
            default -> false;
        };
    }
}
