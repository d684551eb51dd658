package dev.gabion.controls.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.kube.read.Chunk;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.kube.tree.MapNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Command lines as real manifests write them, and what they must not be taken for. */
class ComponentRunsTest {
    private static List<ComponentRun> runs(String yaml) {
        return ComponentRuns.of(
                (MapNode) DocumentParser.tree(yaml.getBytes(StandardCharsets.UTF_8), Chunk.Syntax.YAML));
    }

    private static List<ComponentRun> container(String fields) {
        return runs("{apiVersion: v1, kind: Pod, spec: {containers: [{name: a, " + fields + "}]}}");
    }

    private static ComponentRun only(List<ComponentRun> runs) {
        assertThat(runs).hasSize(1);
        return runs.getFirst();
    }

    @Test
    void flags_inOneWordTwoWordsOrNone_areRead() {
        ComponentRun run = only(container("command: [kube-apiserver, --a=b=c, --d, e, --f, --g_h=1, -v=2, --i, '-1']"));
        assertThat(run.component()).isEqualTo("kube-apiserver");
        assertThat(run.flags().toString()).isEqualTo("{a: b=c, d: e, f: true, g-h: 1, v: 2, i: -1}");
        assertThat(run.place("d")).hasToString("spec.containers[0].command[3]");
        assertThat(run.place("absent")).hasToString("spec.containers[0].command");
    }

    @Test
    void repeatedFlags_listsAddUp_othersTakeTheLast() {
        ComponentRun run = only(container("command: [kube-apiserver, --authorization-mode=Node,"
                + " --authorization-mode=RBAC, --profiling=true, --profiling=F]"));
        assertThat(run.value("authorization-mode")).isEqualTo("Node,RBAC");
        assertThat(run.value("profiling")).isEqualTo("false");
    }

    @Test
    void wrappersAndPaths_areSeenThrough() {
        for (String command : List.of(
                "[/usr/local/bin/kube-apiserver, --a=1]",
                "[/go-runner, --log-file=/x, --also-stdout=false, /usr/local/bin/kube-apiserver, --a=1]",
                "[/hyperkube, apiserver, --a=1]",
                "[/hyperkube, kube-apiserver, --a=1]",
                "[env, X=1, nice, -n, '10', kube-apiserver, --a=1]",
                "[tini, --, kube-apiserver, --a=1]",
                "[/bin/sh, -c, 'exec kube-apiserver --a=1 1>>/var/log/a.log 2>&1']",
                "[bash, -euo, pipefail, -c, 'cd /; if true; then exec kube-apiserver --a=1; fi']")) {
            ComponentRun run = only(container("command: " + command));
            assertThat(run.component()).as(command).isEqualTo("kube-apiserver");
            assertThat(run.flags().toString()).as(command).isEqualTo("{a: 1}");
        }
    }

    @Test
    void programThatIsOnlyMentioned_isNoRun() {
        for (String command : List.of(
                "[cp, /usr/local/bin/etcd, /opt]",
                "[sh, -c, 'pgrep kube-apiserver && echo etcd']",
                "[etcdctl, snapshot, save]",
                "[echo, kubelet]")) {
            assertThat(container("command: " + command)).as(command).isEmpty();
        }
        assertThat(container("image: 'example.org/kube-proxy:v1'")).isEmpty();
    }

    @Test
    void flagsAlone_belongToTheProgramOfTheImage() {
        ComponentRun run =
                only(container("image: 'registry.example:5000/x/kube-scheduler-amd64:v1@sha256:00', args: [--a=1]"));
        assertThat(run.component()).isEqualTo("kube-scheduler");
        assertThat(run.place("b")).hasToString("spec.containers[0].args");
    }

    @Test
    void script_quotesContinuationsCommentsAndVariables_areRead() {
        ComponentRun run = only(runs("""
                apiVersion: v1
                kind: Pod
                spec:
                  containers:
                  - name: a
                    env: [{name: DIR, value: /pki}]
                    command: [sh, -c]
                    args:
                    - |
                      # --a=wrong
                      NAME=n1
                      exec etcd --name="$NAME" \\
                        --cert-file=${DIR}/c.crt '--key-file=/k e y' --x=$(hostname) --y=$UNSET
                      etcd --z=1
                """));
        assertThat(run.value("name")).isEqualTo("n1");
        assertThat(run.value("cert-file")).isEqualTo("/pki/c.crt");
        assertThat(run.value("key-file")).isEqualTo("/k e y");
        assertThat(run.has("z")).isFalse();
        assertThat(run.unknown("name")).isNull();
        assertThat(run.unknown("x")).contains("hostname");
        assertThat(run.unknown("y")).contains("UNSET");
        assertThat(run.set("client-cert-auth", "true")).isNull();
    }

    @Test
    void variablesOfTheContainer_areExpanded_unknownOnesSaySo() {
        ComponentRun run = only(container("env: [{name: A, value: x}, {name: B, value: $(A)y},"
                + " {name: C, valueFrom: {fieldRef: {fieldPath: status.podIP}}}],"
                + " command: [etcd, --a=$(B), --b=$(C), --c=$(NONE), --d=$$(A)]"));
        assertThat(run.value("a")).isEqualTo("xy");
        assertThat(run.unknown("b")).contains("environment variable C");
        assertThat(run.value("c")).isEqualTo("$(NONE)");
        assertThat(run.unknown("c")).isNull();
        assertThat(run.value("d")).isEqualTo("$(A)");
    }

    @Test
    void wordsNobodyCanRead_makeAbsentFlagsUnknown() {
        ComponentRun run = only(container("envFrom: [{configMapRef: {name: e}}], command: [kube-apiserver, $(EXTRA)]"));
        assertThat(run.unset("profiling")).isInstanceOf(Unset.Unknown.class);
    }

    @Test
    void flagOfAFile_isLeftToTheFile() {
        ComponentRun kubelet = only(container("command: [kubelet, --config=/c]"));
        assertThat(kubelet.unset("anonymous-auth")).isEqualTo(Unset.ELSEWHERE);
        assertThat(kubelet.unset("hostname-override")).isEqualTo(Unset.DEFAULT);
        ComponentRun server = only(container("command: [kube-apiserver, --authorization-config=/c]"));
        assertThat(server.unset("authorization-mode")).isEqualTo(Unset.ELSEWHERE);
        assertThat(server.unset("profiling")).isEqualTo(Unset.DEFAULT);
    }

    @Test
    void etcd_readsItsEnvironment_commandLineWins() {
        ComponentRun run = only(container("env: [{name: ETCD_CERT_FILE, value: /e}, {name: ETCD_KEY_FILE, value: /k}],"
                + " command: [etcd, --cert-file=/c]"));
        assertThat(run.value("cert-file")).isEqualTo("/c");
        assertThat(run.value("key-file")).isEqualTo("/k");
        assertThat(run.place("key-file")).hasToString("spec.containers[0].env[1]");
    }

    @Test
    void kubeadmDocument_addsWhatKubeadmSets_inBothForms() {
        List<ComponentRun> runs = runs("{apiVersion: kubeadm.k8s.io/v1beta4, kind: ClusterConfiguration,"
                + " apiServer: {extraArgs: [{name: profiling, value: 'false'}]}}");
        assertThat(runs)
                .extracting(ComponentRun::component)
                .containsExactly("kube-apiserver", "kube-controller-manager", "kube-scheduler", "etcd");
        ComponentRun server = runs.getFirst();
        assertThat(server.value("authorization-mode")).isEqualTo("Node,RBAC");
        assertThat(server.place("profiling")).hasToString("apiServer.extraArgs[0].value");
        assertThat(server.set("anonymous-auth", "false"))
                .hasToString(
                        "FixOperation[op=append, path=apiServer.extraArgs, value={\"name\":\"anonymous-auth\",\"value\":\"false\"}]");
    }

    @Test
    void kubeadmWithExternalEtcd_describesNoEtcd() {
        List<ComponentRun> runs = runs("{apiVersion: kubeadm.k8s.io/v1beta3, kind: ClusterConfiguration,"
                + " etcd: {external: {endpoints: ['https://e:2379'], caFile: /c}}}");
        assertThat(runs).extracting(ComponentRun::component).doesNotContain("etcd");
        assertThat(runs.getFirst().value("etcd-cafile")).isEqualTo("/c");
        assertThat(runs.getFirst().has("etcd-certfile")).isFalse();
    }

    @Test
    void dropInOfAKubelet_saysNothingOfWhatItLeavesOut() {
        String yaml = "{apiVersion: kubelet.config.k8s.io/v1beta1, kind: KubeletConfiguration, podPidsLimit: 10}";
        MapNode root = (MapNode) DocumentParser.tree(yaml.getBytes(StandardCharsets.UTF_8), Chunk.Syntax.YAML);
        ComponentRun run = only(ComponentRuns.of(
                "kubelet.config.k8s.io", "KubeletConfiguration", root, null, "etc/kubernetes/kubelet.conf.d/10.conf"));
        assertThat(run.value("pod-max-pids")).isEqualTo("10");
        assertThat(run.unset("rotate-certificates")).isEqualTo(Unset.ELSEWHERE);
        assertThat(run.has("anonymous-auth")).isFalse();
    }

    @Test
    void mounts_sayWhichFileOfTheHostAPathIs() {
        ComponentRun run = only(runs("{apiVersion: v1, kind: Pod, spec: {containers: [{name: a, command: [etcd],"
                + " volumeMounts: [{name: p, mountPath: /pki/}, {name: p, mountPath: /pki/etcd, subPath: e}]}],"
                + " volumes: [{name: p, hostPath: {path: /etc/k/}}]}}"));
        Mount mount = Mount.of("/pki/etcd/ca.crt", run.mounts());
        assertThat(mount.inSource("/pki/etcd/ca.crt")).isEqualTo("/etc/k/e/ca.crt");
        assertThat(Mount.of("/pki/ca.crt", run.mounts()).inSource("/pki/ca.crt"))
                .isEqualTo("/etc/k/ca.crt");
        assertThat(Mount.of("/pkix/ca.crt", run.mounts())).isNull();
    }
}
