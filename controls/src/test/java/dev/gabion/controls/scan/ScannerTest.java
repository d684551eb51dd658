package dev.gabion.controls.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.finding.Finding;
import dev.gabion.finding.Verdict;
import dev.gabion.finding.Why;
import dev.gabion.kube.read.Limits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannerTest {
    private static final String NEEDS_LIMITS = """
            scope: container
            check: "has(container.resources.limits)"
            field: resources.limits
            """;

    @TempDir
    Path directory;

    @Test
    void findings_pointAtTheOffendingFieldOrItsNearestParent() throws Exception {
        try (ScanFixture scan = new ScanFixture(directory)
                .control("first", """
                        scope: container
                        fields: [{path: "ports[*].hostPort", offends: "item.?hostPort.orValue(0) != 0"}]
                        """)
                .control("second", NEEDS_LIMITS)
                .file("x.yaml", """
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: web
                        spec:
                          initContainers:
                          - name: i
                            ports:
                            - containerPort: 1
                            - containerPort: 2
                              hostPort: 2
                          containers:
                          - name: c
                            resources: {limits: {cpu: 1}}
                        """)
                .run()) {
            assertThat(scan.failures())
                    .containsExactly(
                            "x.yaml:11 Pod/web spec.initContainers[0].ports[1].hostPort",
                            "x.yaml:7 Pod/web spec.initContainers[0].resources.limits");
        }
    }

    @Test
    void aControlThatNeedsOtherObjects_isJudgedAfterTheLastDocument() throws Exception {
        try (ScanFixture scan = new ScanFixture(directory)
                .control("first", """
                        scope: pod
                        needs: [serviceAccount]
                        check: "!pod.?automountServiceAccountToken.orValue(serviceAccount.?automountServiceAccountToken.orValue(true))"
                        field: automountServiceAccountToken
                        """)
                .file("1.yaml", """
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: off, namespace: shop}
                        spec: {serviceAccountName: quiet, containers: [{name: c}]}
                        ---
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: loud, namespace: other}
                        spec: {serviceAccountName: quiet, containers: [{name: c}]}
                        """)
                .file("2.yaml", """
                        apiVersion: v1
                        kind: ServiceAccount
                        metadata: {name: quiet, namespace: shop}
                        automountServiceAccountToken: false
                        """)
                .run()) {
            assertThat(scan.failures()).containsExactly("1.yaml:9 Pod/loud spec.automountServiceAccountToken");
        }
    }

    @Test
    void candidatesThatContradictEachOther_leaveTheVerdictUndecided() throws Exception {
        String account = """
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: sa, namespace: shop}
                automountServiceAccountToken: %s
                """;
        try (ScanFixture scan = new ScanFixture(directory)
                .control("first", """
                        scope: pod
                        needs: [serviceAccount]
                        check: "!serviceAccount.?automountServiceAccountToken.orValue(true)"
                        field: serviceAccountName
                        """)
                .file("app/pod.yaml", """
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: p, namespace: shop}
                        spec: {serviceAccountName: sa, containers: [{name: c}]}
                        """)
                .file("dev/sa.yaml", account.formatted("true"))
                .file("ops/sa.yaml", account.formatted("false"))
                .run()) {
            assertThat(scan.count("first", Verdict.UNDECIDED)).isEqualTo(1);
            Finding finding = scan.result().findings().iterator().next();
            assertThat(finding.why()).returns(Why.Kind.MISSING_EVIDENCE, Why::kind);
        }
    }

    @Test
    void aReference_meansTheNearestOfSeveralCandidates() throws Exception {
        String account = """
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: sa}
                automountServiceAccountToken: %s
                """;
        String pod = """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s}
                spec: {serviceAccountName: sa, containers: [{name: c}]}
                """;
        try (ScanFixture scan = new ScanFixture(directory)
                .control("first", """
                        scope: pod
                        needs: [serviceAccount]
                        check: "!serviceAccount.?automountServiceAccountToken.orValue(true)"
                        field: serviceAccountName
                        """)
                .file("dev/sa.yaml", account.formatted("true"))
                .file("dev/pod.yaml", pod.formatted("dev"))
                .file("ops/sa.yaml", account.formatted("false"))
                .file("ops/pod.yaml", pod.formatted("ops"))
                .run()) {
            assertThat(scan.failures()).containsExactly("pod.yaml:4 Pod/dev spec.serviceAccountName");
        }
    }

    @Test
    void aPodOfACollectedController_isJudgedThroughTheController() throws Exception {
        try (ScanFixture scan = new ScanFixture(directory)
                .control("first", NEEDS_LIMITS)
                .file("live.yaml", """
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: web-1
                          namespace: shop
                          ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-x, controller: true, uid: u}]
                        spec: {containers: [{name: c}]}
                        ---
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: orphan
                          namespace: shop
                          ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: gone, controller: true, uid: v}]
                        spec: {containers: [{name: c}]}
                        ---
                        apiVersion: apps/v1
                        kind: ReplicaSet
                        metadata: {name: web-x, namespace: shop}
                        spec: {selector: {}, template: {spec: {containers: [{name: c}]}}}
                        """)
                .run()) {
            assertThat(scan.failures())
                    .containsExactly(
                            "live.yaml:15 Pod/orphan spec.containers[0].resources.limits",
                            "live.yaml:20 ReplicaSet/web-x spec.template.spec.containers[0].resources.limits");
        }
    }

    @Test
    void aNamespaceNobodyDeclared_isReportedAtItsFirstWorkload() throws Exception {
        try (ScanFixture scan = new ScanFixture(directory)
                .control("first", """
                        scope: namespace
                        needs: [objects.ResourceQuota]
                        check: "objects.ResourceQuota.size() > 0"
                        field: "."
                        """)
                .file("x.yaml", """
                        # two workloads
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: a, namespace: shop}
                        spec: {containers: [{name: c}]}
                        ---
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: b, namespace: shop}
                        spec: {containers: [{name: c}]}
                        ---
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: c, namespace: rich}
                        spec: {containers: [{name: c}]}
                        ---
                        apiVersion: v1
                        kind: ResourceQuota
                        metadata: {name: q, namespace: rich}
                        spec: {hard: {pods: "1"}}
                        """)
                .run()) {
            assertThat(scan.failures()).containsExactly("x.yaml:2 Namespace/shop ");
            assertThat(scan.result().findings().iterator().next().place().missing())
                    .isTrue();
        }
    }

    @Test
    void anErrorInACheck_isUndecidedNeverAPass() throws Exception {
        try (ScanFixture scan = new ScanFixture(directory)
                .control("first", """
                        scope: object
                        match: [{apiGroups: [""], kinds: [ConfigMap]}]
                        check: "object.data.missing == 'x'"
                        field: data.missing
                        """)
                .file("x.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: m}, data: {a: b}}")
                .run()) {
            assertThat(scan.count("first", Verdict.UNDECIDED)).isEqualTo(1);
            assertThat(scan.count("first", Verdict.PASS)).isZero();
        }
    }

    @Test
    void aValueTheServerRefuses_makesOnlyVerdictsThatReadItUndecided() throws Exception {
        try (ScanFixture scan = new ScanFixture(directory)
                .control("reads", "scope: pod\ncheck: '!pod.?hostNetwork.orValue(false)'\nfield: hostNetwork\n")
                .control("other", "scope: pod\ncheck: '!pod.?hostPID.orValue(false)'\nfield: hostPID\n")
                .file("x.yaml", """
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: p}
                        spec: {hostNetwork: "true", containers: [{name: c}]}
                        """)
                .run()) {
            assertThat(scan.count("reads", Verdict.UNDECIDED)).isEqualTo(1);
            assertThat(scan.count("other", Verdict.PASS)).isEqualTo(1);
            assertThat(scan.result().findings().iterator().next().why())
                    .hasToString("refusedByServer: spec.hostNetwork: want boolean, have string");
        }
    }

    @Test
    void aWorkloadWithoutPodTemplate_leavesPodControlsUndecided() throws Exception {
        try (ScanFixture scan = new ScanFixture(directory)
                .control("first", NEEDS_LIMITS)
                .file("x.yaml", "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d, spec: {}}}")
                .run()) {
            assertThat(scan.count("first", Verdict.UNDECIDED)).isEqualTo(1);
        }
    }

    @Test
    void anExpressionThatTakesForEver_isStoppedAndUndecided() throws Exception {
        ScanOptions hurry = new ScanOptions(Limits.DEFAULT, null, 1, 50_000_000L, false, 100);
        try (ScanFixture scan = new ScanFixture(directory)
                .options(hurry)
                .control("first", """
                        scope: object
                        match: [{apiGroups: [""], kinds: [Pod]}]
                        check: "lists.range(3000).all(a, lists.range(3000).all(b, lists.range(3000).all(c, a + b + c >= 0)))"
                        field: "."
                        """)
                .file("x.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: p}}")
                .run()) {
            assertThat(scan.count("first", Verdict.UNDECIDED)).isEqualTo(1);
        }
    }

    @Test
    void anyNumberOfWorkers_findsTheSameInTheSameOrder() throws Exception {
        List<List<String>> runs = new ArrayList<>();
        for (int workers : new int[] {1, 2, 8}) {
            ScanOptions options = new ScanOptions(Limits.DEFAULT, null, workers, 1_000_000_000L, false, 7);
            ScanFixture scan = new ScanFixture(directory.resolve("w" + workers))
                    .options(options)
                    .control("first", NEEDS_LIMITS)
                    .control("second", """
                            scope: namespace
                            needs: [objects.LimitRange]
                            check: "objects.LimitRange.size() > 0"
                            field: "."
                            """);
            for (int i = 0; i < 40; i++) {
                scan.file("f" + i + ".yaml", """
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: p%d, namespace: n%d}
                        spec: {containers: [{name: a}, {name: b}]}
                        """.formatted(i, i % 5));
            }
            try (scan) {
                runs.add(scan.run().failures());
            }
        }
        assertThat(runs.get(0)).hasSize(85);
        assertThat(runs.get(1)).isEqualTo(runs.get(0));
        assertThat(runs.get(2)).isEqualTo(runs.get(0));
    }

    @Test
    void theNamespaceOption_isWhereUnplacedObjectsLive() throws Exception {
        String control = "scope: pod\nneeds: [limitRanges]\ncheck: 'limitRanges.size() > 0'\nfield: '.'\n";
        ScanOptions placed = new ScanOptions(Limits.DEFAULT, "shop", 1, 1_000_000_000L, false, 100);
        try (ScanFixture scan = new ScanFixture(directory)
                .options(placed)
                .control("first", control)
                .file("a/x.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c}]}}")
                .file(
                        "b/l.yaml",
                        "{apiVersion: v1, kind: LimitRange, metadata: {name: l, namespace: shop}, spec: {limits: []}}")
                .run()) {
            assertThat(scan.failures()).isEmpty();
            assertThat(scan.count("first", Verdict.PASS)).isEqualTo(1);
        }
    }
}
