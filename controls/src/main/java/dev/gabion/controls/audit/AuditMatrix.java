package dev.gabion.controls.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The requests a policy is tried on: kinds of callers, those the policy names, verbs, resources and namespaces. Source:
 * hardening guide, LOG-02 and LOG-12; audit specification, section 3.4.
 */
public final class AuditMatrix {
    private static final int MOST_NAMED = 30;
    private static final int MOST_NAMESPACES = 10;
    private static final List<String> EVERY_VERB =
            List.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");
    private static final List<String> WRITES_WITH_BODY = List.of("create", "update", "patch");
    private static final List<String> DELETES = List.of("delete", "deletecollection");

    /** A resource, whether it lives in namespaces, written {@code group resource} with the core group empty. */
    private record Kind(String group, String resource, boolean namespaced) {}

    private static final List<Kind> CHANGES = List.of(
            new Kind("rbac.authorization.k8s.io", "roles", true),
            new Kind("rbac.authorization.k8s.io", "rolebindings", true),
            new Kind("rbac.authorization.k8s.io", "clusterroles", false),
            new Kind("rbac.authorization.k8s.io", "clusterrolebindings", false),
            new Kind("admissionregistration.k8s.io", "validatingwebhookconfigurations", false),
            new Kind("admissionregistration.k8s.io", "mutatingwebhookconfigurations", false),
            new Kind("admissionregistration.k8s.io", "validatingadmissionpolicies", false),
            new Kind("admissionregistration.k8s.io", "validatingadmissionpolicybindings", false),
            new Kind("", "pods", true),
            new Kind("", "replicationcontrollers", true),
            new Kind("apps", "deployments", true),
            new Kind("apps", "daemonsets", true),
            new Kind("apps", "statefulsets", true),
            new Kind("apps", "replicasets", true),
            new Kind("batch", "jobs", true),
            new Kind("batch", "cronjobs", true),
            new Kind("networking.k8s.io", "networkpolicies", true),
            new Kind("", "namespaces", false));
    private static final List<Kind> FURTHER_CHANGES = List.of(
            new Kind("", "services", true),
            new Kind("", "nodes", false),
            new Kind("certificates.k8s.io", "certificatesigningrequests", false),
            new Kind("apiregistration.k8s.io", "apiservices", false),
            new Kind("apiextensions.k8s.io", "customresourcedefinitions", false));

    private final List<AuditIdentity> callers;
    private final List<String> namespaces;

    /** The matrix for a policy. */
    public AuditMatrix(AuditPolicy policy) {
        Set<AuditIdentity> all = new LinkedHashSet<>();
        all.add(person());
        all.add(AuditIdentity.of("system:serviceaccount:default:default"));
        all.add(new AuditIdentity("system:node:worker", List.of("system:nodes", "system:authenticated")));
        all.add(AuditIdentity.of("system:serviceaccount:kube-system:replicaset-controller"));
        all.addAll(policy.named(MOST_NAMED));
        this.callers = List.copyOf(all);
        Set<String> places = new LinkedHashSet<>(List.of("default", "kube-system"));
        places.addAll(policy.namespaces(MOST_NAMESPACES));
        this.namespaces = List.copyOf(places);
    }

    private static AuditIdentity person() {
        return AuditIdentity.of("a person");
    }

    /** Everything that touches Secrets. */
    public List<AuditRequest> secrets() {
        return requests(callers, new Kind("", "secrets", true), EVERY_VERB);
    }

    /** Shells, tunnels and debug containers. */
    public List<AuditRequest> interactive() {
        List<AuditRequest> all = new ArrayList<>();
        for (String subresource : List.of("pods/exec", "pods/attach", "pods/portforward")) {
            all.addAll(requests(callers, new Kind("", subresource, true), List.of("create", "get")));
        }
        all.addAll(requests(callers, new Kind("", "pods/ephemeralcontainers", true), List.of("update", "patch")));
        return all;
    }

    /** Changes whose content must be known, made by users of the cluster. */
    public List<AuditRequest> changes() {
        return requests(users(), CHANGES, WRITES_WITH_BODY);
    }

    /** The same made by Kubernetes itself, and deletions: that they happened is enough. */
    public List<AuditRequest> events() {
        List<AuditRequest> all = new ArrayList<>(requests(users(), CHANGES, DELETES));
        List<AuditIdentity> system =
                callers.stream().filter(AuditIdentity::isSystem).toList();
        List<Kind> sensitive =
                CHANGES.stream().filter(k -> !k.group().isEmpty()).toList();
        all.addAll(requests(system, sensitive, WRITES_WITH_BODY));
        return all;
    }

    /** Requests of callers nobody knows. */
    public List<AuditRequest> anonymous() {
        List<AuditRequest> all = new ArrayList<>();
        for (AuditIdentity who : List.of(AuditIdentity.ANONYMOUS, AuditIdentity.NOBODY)) {
            all.add(AuditRequest.of(who, "list", "", "secrets", ""));
            all.add(AuditRequest.of(who, "list", "", "pods", ""));
            all.add(AuditRequest.of(who, "create", "", "pods", "default"));
            all.add(AuditRequest.of(who, "create", "rbac.authorization.k8s.io", "clusterrolebindings", ""));
            for (String path : List.of("/api", "/apis", "/metrics", "/debug/pprof/")) {
                all.add(AuditRequest.path(who, path));
            }
        }
        return all;
    }

    /** Requests whose bodies hold tokens or settings, whoever makes them. */
    public List<AuditRequest> tokens() {
        List<AuditRequest> all = new ArrayList<>();
        all.addAll(requests(callers, new Kind("", "configmaps", true), EVERY_VERB));
        all.addAll(requests(callers, new Kind("", "serviceaccounts/token", true), List.of("create")));
        all.addAll(requests(callers, new Kind("authentication.k8s.io", "tokenreviews", false), List.of("create")));
        return all;
    }

    /** Tunnels through the API server to pods, services and nodes. */
    public List<AuditRequest> proxies() {
        List<AuditRequest> all = new ArrayList<>();
        List<String> verbs = List.of("get", "create");
        all.addAll(requests(callers, new Kind("", "pods/proxy", true), verbs));
        all.addAll(requests(callers, new Kind("", "services/proxy", true), verbs));
        all.addAll(requests(callers, new Kind("", "nodes/proxy", false), verbs));
        return all;
    }

    /** Further changes whose content is worth knowing. */
    public List<AuditRequest> furtherChanges() {
        return requests(users(), FURTHER_CHANGES, WRITES_WITH_BODY);
    }

    private List<AuditIdentity> users() {
        return callers.stream().filter(c -> !c.isSystem()).toList();
    }

    private List<AuditRequest> requests(List<AuditIdentity> who, List<Kind> kinds, List<String> verbs) {
        List<AuditRequest> all = new ArrayList<>();
        kinds.forEach(k -> all.addAll(requests(who, k, verbs)));
        return all;
    }

    private List<AuditRequest> requests(List<AuditIdentity> who, Kind kind, List<String> verbs) {
        List<AuditRequest> all = new ArrayList<>();
        for (AuditIdentity caller : who) {
            for (String verb : verbs) {
                for (String namespace : kind.namespaced() ? namespaces : List.of("")) {
                    all.add(AuditRequest.of(caller, verb, kind.group(), kind.resource(), namespace));
                }
            }
        }
        return all;
    }
}
