package dev.gabion.kube.inventory;

/** Which kinds live outside namespaces: built-in ones, and custom ones that cross-object questions ask for. */
public final class ClusterScoped {
    private ClusterScoped() {}

    public static boolean is(String group, String kind) {
        return switch (kind) {
            case "Namespace", "Node", "PersistentVolume", "ComponentStatus" -> group.isEmpty();
            case "ClusterRole", "ClusterRoleBinding" -> group.equals("rbac.authorization.k8s.io");
            case "ValidatingWebhookConfiguration",
                    "MutatingWebhookConfiguration",
                    "ValidatingAdmissionPolicy",
                    "ValidatingAdmissionPolicyBinding",
                    "MutatingAdmissionPolicy",
                    "MutatingAdmissionPolicyBinding" -> group.equals("admissionregistration.k8s.io");
            case "CustomResourceDefinition" -> group.equals("apiextensions.k8s.io");
            case "APIService" -> group.equals("apiregistration.k8s.io");
            case "PriorityClass" -> group.equals("scheduling.k8s.io");
            case "RuntimeClass" -> group.equals("node.k8s.io");
            case "StorageClass", "CSIDriver", "CSINode", "VolumeAttachment", "VolumeAttributesClass" ->
                group.equals("storage.k8s.io");
            case "IngressClass", "IPAddress", "ServiceCIDR" -> group.equals("networking.k8s.io");
            case "CertificateSigningRequest", "ClusterTrustBundle" -> group.equals("certificates.k8s.io");
            case "FlowSchema", "PriorityLevelConfiguration" -> group.equals("flowcontrol.apiserver.k8s.io");
            case "GatewayClass" -> group.equals("gateway.networking.k8s.io");
            case "AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy" ->
                group.equals("policy.networking.k8s.io");
            case "CiliumClusterwideNetworkPolicy" -> group.equals("cilium.io");
            case "GlobalNetworkPolicy" -> group.equals("projectcalico.org") || group.equals("crd.projectcalico.org");
            case "AdmissionConfiguration" -> group.equals("apiserver.config.k8s.io");
            case "PodSecurityConfiguration" -> group.equals("pod-security.admission.config.k8s.io");
            case "SecurityContextConstraints" -> group.equals("security.openshift.io");
            case "PodSecurityPolicy" -> group.equals("policy") || group.equals("extensions");
            default -> ConfigurationFile.is(group, kind);
        };
    }
}
