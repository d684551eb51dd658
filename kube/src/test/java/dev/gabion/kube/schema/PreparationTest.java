package dev.gabion.kube.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.kube.read.KubeObject;
import dev.gabion.kube.read.TestTrees;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.RefusedNode;
import dev.gabion.testing.TestData;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects as a policy on an API server sees them. */
class PreparationTest {
    private static final Preparation PREPARATION = new Preparation(TestSchema.V1_36);

    @Nested
    class Nulls {
        @Test
        void explicitNull_isHidden() {
            MapNode root = pod("hostNetwork: ~, nodeName: null, securityContext: {runAsUser: ~}")
                    .root();
            assertThat(at(root, "spec.hostNetwork")).isNull();
            assertThat(at(root, "spec.nodeName")).isNull();
            assertThat(at(root, "spec.securityContext")).hasToString("{}");
        }

        @Test
        void nullOfAnUnknownField_isHiddenToo() {
            PreparedObject prepared = pod("noSuchField: ~");
            assertThat(at(prepared.root(), "spec.noSuchField")).isNull();
            assertThat(prepared.flaws()).isEmpty();
        }

        @Test
        void nullOfARequiredField_isMissing() {
            assertThat(prepare("{apiVersion: v1, kind: Pod, spec: ~}").flaws())
                    .containsExactly(
                            new Flaw(Flaw.Kind.MISSING_FIELD, FieldPath.keys("spec"), "required field is missing"));
        }

        @Test
        void nullAmongTheValuesOfAMap_isTheEmptyValue_whereItIsWritten() {
            PreparedObject prepared = prepare(
                    "{apiVersion: v1, kind: ConfigMap, metadata: {labels: {a: ~}, annotations: {b: x, c: ~}}, data: {d: ~}}");
            assertThat(at(prepared.root(), "metadata.labels.a")).hasToString("");
            assertThat(at(prepared.root(), "metadata.annotations.c")).hasToString("");
            assertThat(Objects.requireNonNull(at(prepared.root(), "data.d")).written())
                    .isTrue();
            assertThat(prepared.flaws()).isEmpty();
        }

        @Test
        void nullInAList_isTheZeroOfItsType() {
            PreparedObject prepared = pod("securityContext: {supplementalGroups: [~, 5]}, hostAliases: [~], "
                    + "containers: [{name: a, image: a, command: [~], ports: [~], resources: {limits: {cpu: ~}}}, ~]");
            MapNode root = prepared.root();
            assertThat(at(root, "spec.securityContext.supplementalGroups")).hasToString("[0, 5]");
            assertThat(at(root, "spec.containers[0].command")).hasToString("[]");
            assertThat(at(root, "spec.containers[0].command[0]")).isEqualTo(TestTrees.yaml("''"));
            assertThat(at(root, "spec.containers[0].resources.limits.cpu")).isEqualTo(TestTrees.yaml("'0'"));
            assertThat(at(root, "spec.containers[1].terminationMessagePolicy")).hasToString("File");
            assertThat(prepared.flaws())
                    .extracting(Flaw::kind, f -> f.path().toString())
                    .extracting(Object::toString)
                    .containsExactlyInAnyOrder(
                            "(MISSING_FIELD, \"spec.hostAliases[0].ip\")",
                            "(MISSING_FIELD, \"spec.containers[0].ports[0].containerPort\")",
                            "(MISSING_FIELD, \"spec.containers[1].name\")");
        }
    }

    @Nested
    class Types {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "hostNetwork: 'true' | spec.hostNetwork | want boolean, have string",
                    "hostNetwork: 1 | spec.hostNetwork | want boolean, have integer",
                    "nodeName: 5 | spec.nodeName | want string, have integer",
                    "nodeName: true | spec.nodeName | want string, have boolean",
                    "nodeName: [a] | spec.nodeName | want string, have list",
                    "nodeName: {a: b} | spec.nodeName | want string, have map",
                    "nodeName: 1.5 | spec.nodeName | want string, have number",
                    "priority: 5000000000 | spec.priority | want integer, have integer beyond 32 bits",
                    "priority: 1.5 | spec.priority | want integer, have number",
                    "priority: '1' | spec.priority | want integer, have string",
                    "securityContext: [] | spec.securityContext | want map, have list",
                    "securityContext: x | spec.securityContext | want map, have string",
                    "securityContext: {runAsUser: 99999999999999999999} | spec.securityContext.runAsUser | want integer, have number",
                    "imagePullSecrets: {} | spec.imagePullSecrets | want list, have map",
                    "nodeSelector: {a: true} | spec.nodeSelector.a | want string, have boolean",
                    "nodeSelector: [] | spec.nodeSelector | want map, have list",
                    "tolerations: [x] | spec.tolerations[0] | want map, have string",
                    "overhead: {cpu: x} | spec.overhead.cpu | want quantity, have string",
                    "overhead: {cpu: true} | spec.overhead.cpu | want quantity, have boolean",
                    "overhead: {cpu: {}} | spec.overhead.cpu | want quantity, have map"
                })
        void valueOfAnotherType_isRefused_withItsPath(String field, String path, String message) {
            PreparedObject prepared = pod(field);
            assertThat(prepared.flaws())
                    .containsExactly(new Flaw(Flaw.Kind.WRONG_TYPE, FieldPath.parse(path), message));
            assertThat(at(prepared.root(), path)).isInstanceOfSatisfying(RefusedNode.class, refused -> {
                assertThat(refused.reason()).isEqualTo(path + ": " + message);
                assertThat(refused.written()).isTrue();
            });
            assertThat(prepared.flaws()).allMatch(flaw -> flaw.kind().refused());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "priority: 1.0", "priority: 1e3", "priority: -2147483648",
                            "securityContext: {runAsUser: 9223372036854775807}",
                    "overhead: {cpu: 1}", "overhead: {cpu: 1.5}", "overhead: {cpu: 100m, memory: 1Gi}", "nodeName: '5'",
                    "activeDeadlineSeconds: 1", "schedulingGates: []", "hostname: ''"
                })
        void valueThatFits_isNotTouched(String field) {
            assertThat(pod(field).flaws()).isEmpty();
        }

        @Test
        void intOrString_takesBoth() {
            for (String port : List.of("80", "web", "'80'")) {
                assertThat(prepare("{apiVersion: v1, kind: Service, spec: {ports: [{port: 80, targetPort: " + port
                                        + "}]}}")
                                .flaws())
                        .isEmpty();
            }
            assertThat(prepare("{apiVersion: v1, kind: Service, spec: {ports: [{port: 80, targetPort: 5000000000}]}}")
                            .flaws())
                    .singleElement()
                    .returns("want integer or string, have integer beyond 32 bits", Flaw::message);
        }

        @ParameterizedTest
        @CsvSource({
            "'', true",
            "YQ==, true",
            "YWI=, true",
            "YWJj, true",
            "'YW\nJj', true",
            "a b, false",
            "YQ, false",
            "YQ=, false",
            "=, false",
            "Y===, false",
            "Y=Q=, false",
            "YWJ-, false",
            "5, false",
            "5555, true"
        })
        void secretData_isBase64(String value, boolean fits) {
            PreparedObject prepared =
                    prepare("{apiVersion: v1, kind: Secret, data: {k: '" + value.replace("\n", "\n\n") + "'}}");
            assertThat(prepared.flaws().isEmpty()).isEqualTo(fits);
        }

        @Test
        void refusalInOnePlace_leavesTheRestPrepared() {
            MapNode root = pod("hostNetwork: x").root();
            assertThat(at(root, "spec.restartPolicy")).hasToString("Always");
        }

        @Test
        void longKeysAndValues_areCutInMessages() {
            PreparedObject prepared =
                    pod("nodeSelector: {" + "k".repeat(1_000) + ": 5}, restartPolicy: " + "v".repeat(100_000));
            assertThat(prepared.flaws())
                    .hasSize(2)
                    .allSatisfy(f -> assertThat(f.message()).hasSizeLessThan(410));
        }
    }

    @Nested
    class Fields {
        @Test
        void unknownField_isReported_andKept() {
            PreparedObject prepared = pod("containers: [{name: a, image: a, securityContext: {privilegd: true}}]");
            FieldPath path = FieldPath.parse("spec.containers[0].securityContext.privilegd");
            assertThat(prepared.flaws()).containsExactly(new Flaw(Flaw.Kind.UNKNOWN_FIELD, path, "unknown field"));
            assertThat(path.in(prepared.root())).hasToString("true");
            assertThat(Flaw.Kind.UNKNOWN_FIELD.refused()).isFalse();
        }

        @Test
        void valueOutsideAClosedList_isReported() {
            assertThat(pod("restartPolicy: Sometimes").flaws())
                    .containsExactly(new Flaw(
                            Flaw.Kind.UNKNOWN_VALUE,
                            FieldPath.parse("spec.restartPolicy"),
                            "\"Sometimes\" is not one of Always, Never, OnFailure"));
            assertThat(pod("restartPolicy: Never").flaws()).isEmpty();
            assertThat(pod("restartPolicy: ''").flaws()).isEmpty();
        }

        @Test
        void requiredField_isReportedWhereItIsMissing() {
            assertThat(prepare("{apiVersion: v1, kind: Pod, spec: {containers: [{image: a}], volumes: [{}]}}")
                            .flaws())
                    .extracting(f -> f.kind() + " " + f.path())
                    .containsExactly("MISSING_FIELD spec.containers[0].name", "MISSING_FIELD spec.volumes[0].name");
            assertThat(prepare("{apiVersion: v1, kind: Pod, spec: {}}").flaws())
                    .extracting(f -> f.kind() + " " + f.path())
                    .containsExactly("MISSING_FIELD spec.containers");
        }

        @Test
        void flawsCome_inTheOrderOfTheTree() {
            assertThat(pod("x1: 1, hostPID: 5, x2: 2, hostIPC: 5").flaws())
                    .extracting(f -> f.path().toString())
                    .containsExactly("spec.x1", "spec.hostPID", "spec.x2", "spec.hostIPC");
        }
    }

    @Nested
    class Sharing {
        @Test
        void objectThatNeedsNothing_isTheSameInstance() {
            KubeObject object = TestTrees.object(
                    "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, labels: {b: c}}, data: {d: e}}");
            assertThat(PREPARATION.prepare(object).root().same(object.root())).isTrue();
        }

        @Test
        void preparedObject_needsNothingMore() {
            for (String yaml : List.of(
                    "{apiVersion: v1, kind: Pod, spec: {hostNetwork: true, containers: [{name: a, image: a, ports: [{containerPort: 1}]}], volumes: [{name: v}]}}",
                    "{apiVersion: apps/v1, kind: Deployment, spec: {selector: {}, template: {spec: {containers: [~]}}}}",
                    "{apiVersion: v1, kind: Service, spec: {ports: [{port: 1}]}}",
                    "{apiVersion: argoproj.io/v1alpha1, kind: Rollout, spec: {template: {spec: {containers: [{image: a}]}}}}")) {
                KubeObject object = TestTrees.object(yaml);
                MapNode once = PREPARATION.prepare(object).root();
                MapNode twice = PREPARATION.prepare(object.withRoot(once)).root();
                assertThat(twice.same(once)).as(yaml).isTrue();
            }
        }

        @Test
        void partsThatNeedNothing_areShared() {
            KubeObject object = TestTrees.object("""
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: a}
                    spec: {nodeSelector: {a: b}, containers: []}
                    """);
            MapNode root = PREPARATION.prepare(object).root();
            assertThat(Objects.requireNonNull(root.get("metadata"))
                            .same(object.root().get("metadata")))
                    .isTrue();
            assertThat(Objects.requireNonNull(at(root, "spec.nodeSelector"))
                            .same(at(object.root(), "spec.nodeSelector")))
                    .isTrue();
        }
    }

    @Nested
    class Kinds {
        @Test
        void customResource_isNotTouched() {
            KubeObject object = TestTrees.object(
                    "{apiVersion: example.org/v1, kind: Pod, metadata: {name: ~}, spec: {hostNetwork: x, containers: ~}}");
            PreparedObject prepared = PREPARATION.prepare(object);
            assertThat(prepared.root().same(object.root())).isTrue();
            assertThat(prepared.flaws()).isEmpty();
        }

        @Test
        void podTemplateOfAKnownCustomKind_isPrepared() {
            PreparedObject prepared = prepare("""
                    apiVersion: argoproj.io/v1alpha1
                    kind: Rollout
                    spec:
                      strategy: {canary: ~}
                      template:
                        metadata: {labels: ~}
                        spec: {hostNetwork: x, containers: [{name: a, image: a}]}
                    """);
            assertThat(at(prepared.root(), "spec.template.spec.restartPolicy")).hasToString("Always");
            assertThat(at(prepared.root(), "spec.strategy")).hasToString("{canary: null}");
            assertThat(prepared.flaws())
                    .containsExactly(new Flaw(
                            Flaw.Kind.WRONG_TYPE,
                            FieldPath.parse("spec.template.spec.hostNetwork"),
                            "want boolean, have string"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{spec: x}", "{spec: {template: ~}}", "{spec: {template: {spec: []}}}"})
        void customKindWithoutItsPodTemplate_isNotTouched(String yaml) {
            String text = "{apiVersion: argoproj.io/v1alpha1, kind: Rollout, " + yaml.substring(1);
            KubeObject object = TestTrees.object(text);
            assertThat(PREPARATION.prepare(object).root().same(object.root())).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "extensions/v1beta1, Deployment",
            "apps/v1beta1, StatefulSet",
            "apps/v1beta2, DaemonSet",
            "extensions/v1beta1, ReplicaSet"
        })
        void workloadOfAnOldApiVersion_hasTheFieldsOfTodays(String apiVersion, String kind) {
            MapNode root = prepare("{apiVersion: " + apiVersion + ", kind: " + kind
                            + ", spec: {template: {spec: {containers: [{name: a, image: a}]}}}}")
                    .root();
            assertThat(at(root, "spec.template.spec.containers[0].imagePullPolicy"))
                    .hasToString("Always");
        }

        @ParameterizedTest
        @CsvSource({
            "v1, Pod, true",
            "apps/v1, Deployment, true",
            "batch/v1beta1, CronJob, true",
            "rbac.authorization.k8s.io/v1beta1, Role, true",
            "v1, Deployment, false",
            "apps/v1, Pod, false",
            "v2, Pod, false",
            "example.org/v1, Role, false",
            "'', '', false",
            "v1, 'Pod core.v1.Pod\nkind v1 Node', false",
            "v1, '', false",
            "v1 Pod, core.v1.Pod, false"
        })
        void kinds_areKnownByApiVersionAndName(String apiVersion, String kind, boolean known) {
            assertThat(TestSchema.V1_36.knows(apiVersion, kind)).isEqualTo(known);
        }

        @Test
        void itemOfATypedList_getsTheApiVersionAndKindItLeavesOut() {
            KubeObject role = TestTrees.object("""
                    apiVersion: rbac.authorization.k8s.io/v1
                    kind: RoleList
                    items: [{metadata: {name: a}}]
                    """);
            MapNode root = PREPARATION.prepare(role).root();
            assertThat(root.string("apiVersion")).isEqualTo("rbac.authorization.k8s.io/v1");
            assertThat(root.string("kind")).isEqualTo("Role");
            assertThat(Objects.requireNonNull(root.get("kind")).written()).isFalse();
        }
    }

    @Nested
    class HostPorts {
        private static final String SPEC =
                "{hostNetwork: true, containers: [{name: a, image: a, ports: [{containerPort: 80}, {containerPort: 81, hostPort: 0}, {containerPort: 82, hostPort: 9}]}],"
                        + " initContainers: [{name: b, image: b, ports: [{containerPort: 83}]}]}";

        @Test
        void barePodInTheHostsNetwork_opensItsPortsThere() {
            MapNode root =
                    prepare("{apiVersion: v1, kind: Pod, spec: " + SPEC + "}").root();
            assertThat(at(root, "spec.containers[0].ports[0].hostPort")).hasToString("80");
            assertThat(at(root, "spec.containers[0].ports[1].hostPort")).hasToString("81");
            assertThat(at(root, "spec.containers[0].ports[2].hostPort")).hasToString("9");
            assertThat(at(root, "spec.initContainers[0].ports[0].hostPort")).hasToString("83");
        }

        @Test
        void podTemplateInTheHostsNetwork_doesNot() {
            MapNode root = prepare("{apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: " + SPEC + "}}}")
                    .root();
            assertThat(at(root, "spec.template.spec.containers[0].ports[0].hostPort"))
                    .isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"hostNetwork: false", "hostNetwork: x", "hostPID: true"})
        void podInItsOwnNetwork_doesNot(String field) {
            MapNode root = prepare(
                            "{apiVersion: v1, kind: Pod, spec: " + SPEC.replace("hostNetwork: true", field) + "}")
                    .root();
            assertThat(at(root, "spec.containers[0].ports[0].hostPort")).isNull();
        }

        @Test
        void portWithoutNumber_staysAsItIs() {
            MapNode root = prepare(
                            "{apiVersion: v1, kind: Pod, spec: {hostNetwork: true, containers: [{ports: [{}, x]}, y]}}")
                    .root();
            assertThat(at(root, "spec.containers[0].ports[0].hostPort")).isNull();
        }
    }

    /** No object of the corpus breaks the preparation, and preparing twice changes nothing. */
    @Test
    void everyObjectOfTheCorpus_isPreparedOnceAndForAll() throws Exception {
        var files = new dev.gabion.kube.read.InputFinder(problem -> {});
        files.add(TestData.unpacked("corpus").resolve("corpus/helm").toString());
        int prepared = 0;
        for (var file : files.files()) {
            for (var document : TestTrees.documents(file, dev.gabion.kube.read.Limits.DEFAULT)) {
                for (KubeObject object : document.objects()) {
                    MapNode once = PREPARATION.prepare(object).root();
                    assertThat(PREPARATION.prepare(object.withRoot(once)).root().same(once))
                            .as(file.name() + " " + object.kind() + " " + object.name())
                            .isTrue();
                    prepared++;
                }
            }
        }
        assertThat(prepared).isGreaterThan(2_000);
    }

    /** A pod with these fields in its spec; containers are added where it has none. */
    private static PreparedObject pod(String fields) {
        String containers = fields.contains("containers:") ? "" : "containers: [], ";
        return prepare("{apiVersion: v1, kind: Pod, spec: {" + containers + fields + "}}");
    }

    private static PreparedObject prepare(String yaml) {
        return PREPARATION.prepare(TestTrees.object(yaml));
    }

    private static @Nullable Node at(MapNode root, String path) {
        return FieldPath.parse(path).in(root);
    }
}
