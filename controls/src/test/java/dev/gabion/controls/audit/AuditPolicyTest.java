package dev.gabion.controls.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.kube.read.Chunk;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.kube.tree.MapNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The truth table of the audit specification, section 3.3. */
class AuditPolicyTest {
    private static final AuditIdentity TIM = new AuditIdentity("tim@k8s.io", List.of("humans", "developers"));

    private static final AuditRequest P = resource(TIM, "get", "", "pods", "", "default", "busybox");
    private static final AuditRequest C =
            resource(TIM, "get", "rbac.authorization.k8s.io", "clusterroles", "", "", "edit");
    private static final AuditRequest N = AuditRequest.path(TIM, "/logs/kubelet.log");
    private static final AuditRequest L = resource(TIM, "get", "", "pods", "log", "default", "busybox");
    private static final AuditRequest U = resource(AuditIdentity.NOBODY, "get", "", "pods", "", "default", "busybox");
    private static final AuditRequest S =
            resource(TIM, "update", "rbac.authorization.k8s.io", "clusterroles", "status", "", "edit");

    private static AuditRequest resource(
            AuditIdentity who,
            String verb,
            String group,
            @Nullable String resource,
            String sub,
            String ns,
            String name) {
        return new AuditRequest(who, verb, group, resource, sub, ns, name, "");
    }

    private static AuditPolicy policy(String rules) {
        String yaml = "{apiVersion: audit.k8s.io/v1, kind: Policy, omitStages: [Panic], rules: [" + rules + "]}";
        return AuditPolicy.of((MapNode) DocumentParser.tree(yaml.getBytes(StandardCharsets.UTF_8), Chunk.Syntax.YAML));
    }

    private static String levels(String rules, AuditRequest... requests) {
        StringBuilder out = new StringBuilder();
        for (AuditRequest request : requests) {
            out.append(out.isEmpty() ? "" : " ")
                    .append(policy(rules).decide(request).level().word());
        }
        return out.toString();
    }

    @Test
    void ruleAlone_decidesAsTheServerDoes() {
        assertThat(levels("{level: Metadata}", P, C, N)).isEqualTo("Metadata Metadata Metadata");
        assertThat(levels("{level: Request, verbs: [create]}", P, C, N)).isEqualTo("None None None");
        assertThat(levels("{level: Metadata, users: [tim@k8s.io]}", P, C, N, U))
                .isEqualTo("Metadata Metadata Metadata None");
        assertThat(levels("{level: Metadata, userGroups: [humans]}", P, C, N, U))
                .isEqualTo("Metadata Metadata Metadata None");
        assertThat(levels("{level: Request, userGroups: ['system:serviceaccounts']}", P, C, N))
                .isEqualTo("None None None");
        assertThat(levels("{level: RequestResponse, verbs: [get], resources: [{resources: [pods]}]}", P, C, N))
                .isEqualTo("RequestResponse None None");
        assertThat(levels(
                        "{level: RequestResponse, verbs: [get], resources: [{group: rbac.authorization.k8s.io,"
                                + " resources: [clusterroles]}], namespaces: ['']}",
                        P,
                        C,
                        N))
                .isEqualTo("None RequestResponse None");
        assertThat(levels("{level: RequestResponse, nonResourceURLs: ['/logs*']}", P, C, N))
                .isEqualTo("None None RequestResponse");
        assertThat(levels("{level: Request, nonResourceURLs: [/metrics]}", P, C, N))
                .isEqualTo("None None None");
        assertThat(levels(
                        "{level: RequestResponse, verbs: [update], resources: [{group: '*', resources: ['*/status']}]}",
                        S))
                .isEqualTo("RequestResponse");
        assertThat(levels("{level: Request, verbs: ['*']}", P)).isEqualTo("None");
    }

    @Test
    void subresource_isMatchedByItselfOrByWildcard_notByItsResource() {
        for (String resource : List.of("pods/log", "*", "*/log", "pods/*")) {
            assertThat(levels("{level: Request, verbs: [get], resources: [{resources: ['" + resource + "']}]}", L))
                    .as(resource)
                    .isEqualTo("Request");
        }
        assertThat(levels("{level: Request, resources: [{resources: [pods]}]}", L))
                .isEqualTo("None");
        assertThat(levels("{level: Request, resources: [{resources: ['pods/*']}]}", P))
                .isEqualTo("Request");
        assertThat(levels("{level: Request, resources: [{resources: ['*/log']}]}", P))
                .isEqualTo("None");
    }

    @Test
    void firstMatch_wins() {
        String edit = "{level: Request, resources: [{group: rbac.authorization.k8s.io, resources: [clusterroles],"
                + " resourceNames: [edit]}]}";
        String all = "{level: RequestResponse, resources: [{group: rbac.authorization.k8s.io}]}";
        assertThat(levels(edit + ", " + all, C)).isEqualTo("Request");
        assertThat(levels(all + ", " + edit, C)).isEqualTo("RequestResponse");
        assertThat(policy(edit + ", " + all).decide(P).rule()).isEqualTo(AuditPolicy.NO_RULE);
    }

    @Test
    void omittedStages_addUp() {
        AuditPolicy policy = policy("{level: Metadata, verbs: [get], omitStages: [RequestReceived]}");
        assertThat(policy.decide(P).omitStages()).isEqualTo(Set.of("Panic", "RequestReceived"));
        assertThat(policy.decide(S).omitStages()).isEqualTo(Set.of("Panic"));
    }
}
