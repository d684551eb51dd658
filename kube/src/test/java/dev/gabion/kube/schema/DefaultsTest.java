package dev.gabion.kube.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.kube.read.KubeObject;
import dev.gabion.kube.read.TestTrees;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.Located;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every default and every demand of supplement.txt shows in an object of its type. */
class DefaultsTest {
    private static final Path SCHEMA = Path.of("src/main/schema");
    private static final Preparation PREPARATION = new Preparation(TestSchema.V1_36);

    private static final Map<String, String> OBJECTS = Map.ofEntries(
            Map.entry("pod", """
                    apiVersion: v1
                    kind: Pod
                    spec:
                      containers:
                        - name: a
                          image: a
                          ports: [{containerPort: 80}]
                          livenessProbe: {httpGet: {port: 80}}
                          env: [{name: x, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}]
                      ephemeralContainers: [{name: e, image: e@sha256:0}]
                      volumes:
                        - name: none
                        - {name: map, configMap: {name: x}}
                        - {name: secret, secret: {secretName: x}}
                        - {name: down, downwardAPI: {}}
                        - {name: projected, projected: {sources: [{serviceAccountToken: {path: x}}]}}
                        - {name: host, hostPath: {path: /}}
                        - {name: iscsi, iscsi: {targetPortal: x, iqn: x, lun: 0}}
                        - {name: rbd, rbd: {image: x, monitors: [x]}}
                    """),
            Map.entry("service", "{apiVersion: v1, kind: Service, spec: {ports: [{port: 80}]}}"),
            Map.entry("balancer", "{apiVersion: v1, kind: Service, spec: {type: LoadBalancer}}"),
            Map.entry("secret", "{apiVersion: v1, kind: Secret}"),
            Map.entry("pv", "{apiVersion: v1, kind: PersistentVolume, spec: {}}"),
            Map.entry("pvc", "{apiVersion: v1, kind: PersistentVolumeClaim, spec: {}}"),
            Map.entry("rc", "{apiVersion: v1, kind: ReplicationController, spec: {}}"),
            Map.entry("podtemplate", "{apiVersion: v1, kind: PodTemplate, template: {}}"),
            Map.entry("deployment", "{apiVersion: apps/v1, kind: Deployment, spec: {template: {}}}"),
            Map.entry("replicaset", "{apiVersion: apps/v1, kind: ReplicaSet, spec: {}}"),
            Map.entry("statefulset", "{apiVersion: apps/v1, kind: StatefulSet, spec: {template: {}}}"),
            Map.entry("daemonset", "{apiVersion: apps/v1, kind: DaemonSet, spec: {template: {}}}"),
            Map.entry("cronjob", "{apiVersion: batch/v1, kind: CronJob, spec: {jobTemplate: {}}}"),
            Map.entry("policy", """
                    apiVersion: networking.k8s.io/v1
                    kind: NetworkPolicy
                    spec: {podSelector: {}, ingress: [{ports: [{port: 1}]}]}
                    """),
            Map.entry("hpa", "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, spec: {}}"),
            Map.entry("hpa1", "{apiVersion: autoscaling/v1, kind: HorizontalPodAutoscaler, spec: {}}"),
            Map.entry("binding", """
                    apiVersion: rbac.authorization.k8s.io/v1
                    kind: RoleBinding
                    subjects: [{kind: User, name: x}, {kind: ServiceAccount, name: x}, {kind: Other, name: x}]
                    roleRef: {kind: Role, name: x}
                    """),
            Map.entry("validating", webhook("Validating")),
            Map.entry("mutating", webhook("Mutating")),
            Map.entry("vap", """
                    apiVersion: admissionregistration.k8s.io/v1
                    kind: ValidatingAdmissionPolicy
                    spec: {matchConstraints: {}}
                    """),
            Map.entry("apiservice", """
                    apiVersion: apiregistration.k8s.io/v1
                    kind: APIService
                    spec: {service: {name: x}}
                    """),
            Map.entry("storageclass", "{apiVersion: storage.k8s.io/v1, kind: StorageClass, provisioner: x}"),
            Map.entry("bare pod", "{apiVersion: v1, kind: Pod}"),
            Map.entry("bare podtemplate", "{apiVersion: v1, kind: PodTemplate}"),
            Map.entry("bare rc", "{apiVersion: v1, kind: ReplicationController}"),
            Map.entry("bare service", "{apiVersion: v1, kind: Service}"),
            Map.entry("bare deployment", "{apiVersion: apps/v1, kind: Deployment}"),
            Map.entry("bare statefulset", "{apiVersion: apps/v1, kind: StatefulSet}"),
            Map.entry("bare daemonset", "{apiVersion: apps/v1, kind: DaemonSet}"),
            Map.entry("bare replicaset", "{apiVersion: apps/v1, kind: ReplicaSet}"),
            Map.entry("bare job", "{apiVersion: batch/v1, kind: Job}"),
            Map.entry("bare cronjob", "{apiVersion: batch/v1, kind: CronJob}"),
            Map.entry("bare policy", "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy}"),
            Map.entry("bare limits", "{apiVersion: v1, kind: LimitRange}"),
            Map.entry("no image", """
                    apiVersion: v1
                    kind: Pod
                    spec: {containers: [], ephemeralContainers: [{name: e}]}
                    """));

    private static String webhook(String kind) {
        return """
                apiVersion: admissionregistration.k8s.io/v1
                kind: %sWebhookConfiguration
                webhooks:
                  - name: x
                    sideEffects: None
                    admissionReviewVersions: [v1]
                    clientConfig: {service: {name: x, namespace: x}}
                    rules: [{apiGroups: [''], apiVersions: [v1], operations: ['*'], resources: [pods]}]
                """.formatted(kind);
    }

    /** Type and field; object; path; value, or an exclamation mark where the field is demanded. */
    private static final String TABLE = """
            core.v1.PodSpec restartPolicy | pod | spec.restartPolicy | Always
            core.v1.PodSpec dnsPolicy | pod | spec.dnsPolicy | ClusterFirst
            core.v1.PodSpec schedulerName | pod | spec.schedulerName | default-scheduler
            core.v1.PodSpec terminationGracePeriodSeconds | pod | spec.terminationGracePeriodSeconds | 30
            core.v1.PodSpec securityContext | pod | spec.securityContext | {}
            core.v1.PodSpec enableServiceLinks | pod | spec.enableServiceLinks | true
            core.v1.Container imagePullPolicy | pod | spec.containers[0].imagePullPolicy | Always
            core.v1.Container terminationMessagePath | pod | spec.containers[0].terminationMessagePath | /dev/termination-log
            core.v1.Container terminationMessagePolicy | pod | spec.containers[0].terminationMessagePolicy | File
            core.v1.Container resources | pod | spec.containers[0].resources | {}
            core.v1.EphemeralContainer imagePullPolicy | pod | spec.ephemeralContainers[0].imagePullPolicy | IfNotPresent
            core.v1.EphemeralContainer terminationMessagePath | pod | spec.ephemeralContainers[0].terminationMessagePath | /dev/termination-log
            core.v1.EphemeralContainer terminationMessagePolicy | pod | spec.ephemeralContainers[0].terminationMessagePolicy | File
            core.v1.EphemeralContainer resources | pod | spec.ephemeralContainers[0].resources | {}
            core.v1.ContainerPort protocol | pod | spec.containers[0].ports[0].protocol | TCP
            core.v1.Probe timeoutSeconds | pod | spec.containers[0].livenessProbe.timeoutSeconds | 1
            core.v1.Probe periodSeconds | pod | spec.containers[0].livenessProbe.periodSeconds | 10
            core.v1.Probe successThreshold | pod | spec.containers[0].livenessProbe.successThreshold | 1
            core.v1.Probe failureThreshold | pod | spec.containers[0].livenessProbe.failureThreshold | 3
            core.v1.HTTPGetAction path | pod | spec.containers[0].livenessProbe.httpGet.path | /
            core.v1.HTTPGetAction scheme | pod | spec.containers[0].livenessProbe.httpGet.scheme | HTTP
            core.v1.ObjectFieldSelector apiVersion | pod | spec.containers[0].env[0].valueFrom.fieldRef.apiVersion | v1
            core.v1.ConfigMapVolumeSource defaultMode | pod | spec.volumes[1].configMap.defaultMode | 420
            core.v1.SecretVolumeSource defaultMode | pod | spec.volumes[2].secret.defaultMode | 420
            core.v1.DownwardAPIVolumeSource defaultMode | pod | spec.volumes[3].downwardAPI.defaultMode | 420
            core.v1.ProjectedVolumeSource defaultMode | pod | spec.volumes[4].projected.defaultMode | 420
            core.v1.ServiceAccountTokenProjection expirationSeconds | pod | spec.volumes[4].projected.sources[0].serviceAccountToken.expirationSeconds | 3600
            core.v1.HostPathVolumeSource type | pod | spec.volumes[5].hostPath.type | ''
            core.v1.ISCSIVolumeSource iscsiInterface | pod | spec.volumes[6].iscsi.iscsiInterface | default
            core.v1.RBDVolumeSource pool | pod | spec.volumes[7].rbd.pool | rbd
            core.v1.Volume emptyDir | pod | spec.volumes[0].emptyDir | {}
            core.v1.ServiceSpec type | service | spec.type | ClusterIP
            core.v1.ServiceSpec sessionAffinity | service | spec.sessionAffinity | None
            core.v1.ServiceSpec internalTrafficPolicy | service | spec.internalTrafficPolicy | Cluster
            core.v1.ServiceSpec externalTrafficPolicy | balancer | spec.externalTrafficPolicy | Cluster
            core.v1.ServiceSpec allocateLoadBalancerNodePorts | balancer | spec.allocateLoadBalancerNodePorts | true
            core.v1.ServicePort protocol | service | spec.ports[0].protocol | TCP
            core.v1.ServicePort targetPort | service | spec.ports[0].targetPort | 80
            core.v1.Secret type | secret | type | Opaque
            core.v1.PersistentVolumeSpec persistentVolumeReclaimPolicy | pv | spec.persistentVolumeReclaimPolicy | Retain
            core.v1.PersistentVolumeSpec volumeMode | pv | spec.volumeMode | Filesystem
            core.v1.PersistentVolumeClaimSpec volumeMode | pvc | spec.volumeMode | Filesystem
            core.v1.ReplicationControllerSpec replicas | rc | spec.replicas | 1
            apps.v1.DeploymentSpec replicas | deployment | spec.replicas | 1
            apps.v1.DeploymentSpec revisionHistoryLimit | deployment | spec.revisionHistoryLimit | 10
            apps.v1.DeploymentSpec progressDeadlineSeconds | deployment | spec.progressDeadlineSeconds | 600
            apps.v1.DeploymentSpec strategy | deployment | spec.strategy | {type: RollingUpdate, rollingUpdate: {maxUnavailable: 25%, maxSurge: 25%}}
            apps.v1.DeploymentStrategy type | deployment | spec.strategy.type | RollingUpdate
            apps.v1.DeploymentStrategy rollingUpdate | deployment | spec.strategy.rollingUpdate | {maxUnavailable: 25%, maxSurge: 25%}
            apps.v1.RollingUpdateDeployment maxUnavailable | deployment | spec.strategy.rollingUpdate.maxUnavailable | 25%
            apps.v1.RollingUpdateDeployment maxSurge | deployment | spec.strategy.rollingUpdate.maxSurge | 25%
            apps.v1.ReplicaSetSpec replicas | replicaset | spec.replicas | 1
            apps.v1.StatefulSetSpec replicas | statefulset | spec.replicas | 1
            apps.v1.StatefulSetSpec revisionHistoryLimit | statefulset | spec.revisionHistoryLimit | 10
            apps.v1.StatefulSetSpec podManagementPolicy | statefulset | spec.podManagementPolicy | OrderedReady
            apps.v1.StatefulSetSpec updateStrategy | statefulset | spec.updateStrategy | {type: RollingUpdate}
            apps.v1.StatefulSetUpdateStrategy type | statefulset | spec.updateStrategy.type | RollingUpdate
            apps.v1.DaemonSetSpec revisionHistoryLimit | daemonset | spec.revisionHistoryLimit | 10
            apps.v1.DaemonSetSpec updateStrategy | daemonset | spec.updateStrategy | {type: RollingUpdate}
            apps.v1.DaemonSetUpdateStrategy type | daemonset | spec.updateStrategy.type | RollingUpdate
            batch.v1.CronJobSpec concurrencyPolicy | cronjob | spec.concurrencyPolicy | Allow
            batch.v1.CronJobSpec suspend | cronjob | spec.suspend | false
            batch.v1.CronJobSpec successfulJobsHistoryLimit | cronjob | spec.successfulJobsHistoryLimit | 3
            batch.v1.CronJobSpec failedJobsHistoryLimit | cronjob | spec.failedJobsHistoryLimit | 1
            networking.v1.NetworkPolicySpec policyTypes | policy | spec.policyTypes | [Ingress]
            networking.v1.NetworkPolicyPort protocol | policy | spec.ingress[0].ports[0].protocol | TCP
            autoscaling.v2.HorizontalPodAutoscalerSpec minReplicas | hpa | spec.minReplicas | 1
            autoscaling.v1.HorizontalPodAutoscalerSpec minReplicas | hpa1 | spec.minReplicas | 1
            rbac.v1.Subject apiGroup | binding | subjects[0].apiGroup | rbac.authorization.k8s.io
            rbac.v1.Subject apiGroup | binding | subjects[1].apiGroup | ''
            rbac.v1.RoleRef apiGroup | binding | roleRef.apiGroup | rbac.authorization.k8s.io
            admissionregistration.v1.ValidatingWebhook failurePolicy | validating | webhooks[0].failurePolicy | Fail
            admissionregistration.v1.ValidatingWebhook matchPolicy | validating | webhooks[0].matchPolicy | Equivalent
            admissionregistration.v1.ValidatingWebhook timeoutSeconds | validating | webhooks[0].timeoutSeconds | 10
            admissionregistration.v1.ValidatingWebhook namespaceSelector | validating | webhooks[0].namespaceSelector | {}
            admissionregistration.v1.ValidatingWebhook objectSelector | validating | webhooks[0].objectSelector | {}
            admissionregistration.v1.MutatingWebhook failurePolicy | mutating | webhooks[0].failurePolicy | Fail
            admissionregistration.v1.MutatingWebhook matchPolicy | mutating | webhooks[0].matchPolicy | Equivalent
            admissionregistration.v1.MutatingWebhook timeoutSeconds | mutating | webhooks[0].timeoutSeconds | 10
            admissionregistration.v1.MutatingWebhook reinvocationPolicy | mutating | webhooks[0].reinvocationPolicy | Never
            admissionregistration.v1.MutatingWebhook namespaceSelector | mutating | webhooks[0].namespaceSelector | {}
            admissionregistration.v1.MutatingWebhook objectSelector | mutating | webhooks[0].objectSelector | {}
            admissionregistration.v1.RuleWithOperations scope | mutating | webhooks[0].rules[0].scope | '*'
            admissionregistration.v1.ServiceReference port | validating | webhooks[0].clientConfig.service.port | 443
            admissionregistration.v1.ValidatingAdmissionPolicySpec failurePolicy | vap | spec.failurePolicy | Fail
            admissionregistration.v1.MatchResources matchPolicy | vap | spec.matchConstraints.matchPolicy | Equivalent
            admissionregistration.v1.MatchResources namespaceSelector | vap | spec.matchConstraints.namespaceSelector | {}
            admissionregistration.v1.MatchResources objectSelector | vap | spec.matchConstraints.objectSelector | {}
            apiregistration.v1.ServiceReference port | apiservice | spec.service.port | 443
            storage.v1.StorageClass reclaimPolicy | storageclass | reclaimPolicy | Delete
            storage.v1.StorageClass volumeBindingMode | storageclass | volumeBindingMode | Immediate
            core.v1.Pod spec | bare pod | spec | !
            core.v1.PodTemplate template | bare podtemplate | template | !
            core.v1.PodTemplateSpec spec | podtemplate | template.spec | !
            core.v1.ReplicationController spec | bare rc | spec | !
            core.v1.ReplicationControllerSpec template | rc | spec.template | !
            core.v1.Service spec | bare service | spec | !
            core.v1.EphemeralContainer image | no image | spec.ephemeralContainers[0].image | !
            apps.v1.Deployment spec | bare deployment | spec | !
            apps.v1.StatefulSet spec | bare statefulset | spec | !
            apps.v1.DaemonSet spec | bare daemonset | spec | !
            apps.v1.ReplicaSet spec | bare replicaset | spec | !
            apps.v1.ReplicaSetSpec template | replicaset | spec.template | !
            batch.v1.Job spec | bare job | spec | !
            batch.v1.CronJob spec | bare cronjob | spec | !
            batch.v1.JobTemplateSpec spec | cronjob | spec.jobTemplate.spec | !
            networking.v1.NetworkPolicy spec | bare policy | spec | !
            core.v1.LimitRange spec | bare limits | spec | !
            """;

    record Row(String field, String object, FieldPath path, String value) {
        static Row of(String line) {
            String[] part = line.split(" \\| ", 4);
            return new Row(part[0], part[1], FieldPath.parse(part[2]), part[3]);
        }

        boolean isDemand() {
            return value.equals("!");
        }
    }

    static Stream<Row> rows() {
        return TABLE.lines().map(Row::of);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void lineOfTheSupplement_showsInAnObject(Row row) {
        KubeObject object = TestTrees.object(Objects.requireNonNull(OBJECTS.get(row.object), row.object));
        PreparedObject prepared = PREPARATION.prepare(object);
        if (row.isDemand()) {
            assertThat(prepared.flaws())
                    .contains(new Flaw(Flaw.Kind.MISSING_FIELD, row.path, "required field is missing"));
            return;
        }
        Node value = Objects.requireNonNull(row.path.in(prepared.root()), row::toString);
        assertThat(value).isEqualTo(TestTrees.yaml(row.value));
        assertThat(value.written()).isFalse();
        assertThat(row.path.in(object.root()))
                .as("the object leaves the field out")
                .isNull();
        assertThat(Located.find(prepared.root(), row.path).missing()).isTrue();
    }

    @Test
    void table_hasEveryLineOfTheSupplement() throws IOException {
        List<String> fields = Files.readAllLines(SCHEMA.resolve("supplement.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.replaceFirst(" (=.*|!)$", ""))
                .distinct()
                .toList();
        assertThat(rows().map(Row::field).distinct()).containsExactlyInAnyOrderElementsOf(fields);
    }

    @Test
    void field_thatIsWritten_keepsItsValue() {
        MapNode pod = prepare("""
                apiVersion: v1
                kind: Pod
                spec:
                  restartPolicy: Never
                  enableServiceLinks: false
                  terminationGracePeriodSeconds: 0
                  securityContext: {runAsUser: 5}
                  containers: [{name: a, image: a, imagePullPolicy: Never, resources: {limits: {cpu: 1}}}]
                """);
        assertThat(pod.at("spec", "restartPolicy")).hasToString("Never");
        assertThat(pod.at("spec", "enableServiceLinks")).hasToString("false");
        assertThat(pod.at("spec", "terminationGracePeriodSeconds")).hasToString("0");
        assertThat(pod.at("spec", "securityContext")).hasToString("{runAsUser: 5}");
        assertThat(FieldPath.parse("spec.containers[0].imagePullPolicy").in(pod))
                .hasToString("Never");
    }

    @Test
    void nullAndEmptyString_areFilledInLikeAbsentFields() {
        MapNode pod = prepare("""
                apiVersion: v1
                kind: Pod
                spec:
                  restartPolicy: ''
                  dnsPolicy: ~
                  containers: [{name: a, image: 'a:1', imagePullPolicy: ""}]
                """);
        assertThat(pod.at("spec", "restartPolicy")).hasToString("Always");
        assertThat(pod.at("spec", "dnsPolicy")).hasToString("ClusterFirst");
        assertThat(FieldPath.parse("spec.containers[0].imagePullPolicy").in(pod))
                .hasToString("IfNotPresent");
        assertThat(Located.find(pod, FieldPath.parse("spec.restartPolicy")).missing())
                .isFalse();
        assertThat(Located.find(pod, FieldPath.parse("spec.dnsPolicy")).missing())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "nginx, Always",
        "nginx:latest, Always",
        "nginx:1.2, IfNotPresent",
        "nginx:latest1, IfNotPresent",
        "example.org:5000/nginx, Always",
        "example.org:5000/nginx:1.2, IfNotPresent",
        "example.org:5000/a/nginx:latest, Always",
        "nginx@sha256:0, IfNotPresent",
        "nginx:latest@sha256:0, IfNotPresent"
    })
    void pullPolicy_followsTheTag(String image, String policy) {
        MapNode pod = prepare("{apiVersion: v1, kind: Pod, spec: {containers: [{name: a, image: '" + image + "'}]}}");
        assertThat(FieldPath.parse("spec.containers[0].imagePullPolicy").in(pod))
                .hasToString(policy);
    }

    @Test
    void volumeWithASource_getsNoEmptyDir() {
        MapNode pod = prepare("""
                apiVersion: v1
                kind: Pod
                spec:
                  containers: []
                  volumes: [{name: a, hostPath: {path: /}}, {name: b, emptyDir: ~}, {name: c, emptyDir: {medium: Memory}}]
                """);
        assertThat(FieldPath.parse("spec.volumes[0].emptyDir").in(pod)).isNull();
        assertThat(FieldPath.parse("spec.volumes[1].emptyDir").in(pod)).hasToString("{}");
        assertThat(FieldPath.parse("spec.volumes[2].emptyDir").in(pod)).hasToString("{medium: Memory}");
    }

    @ParameterizedTest
    @CsvSource({
        "ClusterIP, Cluster, , ",
        "NodePort, Cluster, Cluster, ",
        "LoadBalancer, Cluster, Cluster, true",
        "ExternalName, , , "
    })
    void trafficPolicies_followTheTypeOfService(String type, String internal, String external, String allocate) {
        MapNode service = prepare("{apiVersion: v1, kind: Service, spec: {type: " + type + "}}");
        assertThat(String.valueOf(service.at("spec", "internalTrafficPolicy"))).isEqualTo(String.valueOf(internal));
        assertThat(String.valueOf(service.at("spec", "externalTrafficPolicy"))).isEqualTo(String.valueOf(external));
        assertThat(String.valueOf(service.at("spec", "allocateLoadBalancerNodePorts")))
                .isEqualTo(String.valueOf(allocate));
    }

    @Test
    void recreatingDeployment_hasNoRollingUpdate() {
        MapNode deployment =
                prepare("{apiVersion: apps/v1, kind: Deployment, spec: {template: {}, strategy: {type: Recreate}}}");
        assertThat(deployment.at("spec", "strategy")).hasToString("{type: Recreate}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{podSelector: {}} | [Ingress]",
                "{podSelector: {}, egress: []} | [Ingress]",
                "{podSelector: {}, egress: [{}]} | [Ingress, Egress]",
                "{podSelector: {}, ingress: [{}], egress: [{}]} | [Ingress, Egress]",
                "{podSelector: {}, policyTypes: [Egress]} | [Egress]"
            })
    void policyTypes_followTheRules(String spec, String types) {
        MapNode policy = prepare("{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, spec: " + spec + "}");
        assertThat(policy.at("spec", "policyTypes")).hasToString(types);
    }

    @Test
    void targetPort_isThePort_unlessThatIsNoPort() {
        MapNode service = prepare(
                "{apiVersion: v1, kind: Service, spec: {ports: [{port: 80}, {port: 81, targetPort: web}, {port: x}]}}");
        assertThat(FieldPath.parse("spec.ports[0].targetPort").in(service)).hasToString("80");
        assertThat(FieldPath.parse("spec.ports[1].targetPort").in(service)).hasToString("web");
    }

    private static MapNode prepare(String yaml) {
        return PREPARATION.prepare(TestTrees.object(yaml)).root();
    }
}
