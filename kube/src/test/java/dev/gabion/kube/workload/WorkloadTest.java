package dev.gabion.kube.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.kube.read.KubeObject;
import dev.gabion.kube.read.TestTrees;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.workload.PodContainer.ContainerList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One view of everything that runs containers. */
class WorkloadTest {
    @ParameterizedTest
    @CsvSource({
        "'', Pod, spec, true",
        "'', PodTemplate, template.spec, true",
        "'', ReplicationController, spec.template.spec, true",
        "apps, Deployment, spec.template.spec, true",
        "apps, ReplicaSet, spec.template.spec, true",
        "apps, StatefulSet, spec.template.spec, true",
        "apps, DaemonSet, spec.template.spec, true",
        "extensions, Deployment, spec.template.spec, true",
        "batch, Job, spec.template.spec, true",
        "batch, CronJob, spec.jobTemplate.spec.template.spec, true",
        "argoproj.io, Rollout, spec.template.spec, false",
        "serving.knative.dev, Service, spec.template.spec, false",
        "serving.knative.dev, Configuration, spec.template.spec, false",
        "apps.openshift.io, DeploymentConfig, spec.template.spec, false"
    })
    void kindThatRunsPods_hasAPodSpec(String group, String kind, String path, boolean builtIn) {
        assertThat(PodTemplates.specPath(group, kind)).isEqualTo(FieldPath.parse(path));
        assertThat(PodTemplates.isBuiltIn(group, kind)).isEqualTo(builtIn);
    }

    @ParameterizedTest
    @CsvSource({
        "'', Service",
        "'', Deployment",
        "apps, Pod",
        "example.org, Pod",
        "example.org, Deployment",
        "batch, Deployment",
        "apps, Job",
        "example.org, Rollout",
        "'', ''"
    })
    void kindThatRunsNothing_hasNone(String group, String kind) {
        assertThat(PodTemplates.specPath(group, kind)).isNull();
        assertThat(PodTemplates.isBuiltIn(group, kind)).isFalse();
    }

    @Test
    void containers_comeInOrder_eachWithItsPath() {
        Workload workload = Objects.requireNonNull(workload("""
                apiVersion: apps/v1
                kind: Deployment
                spec:
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      ephemeralContainers: [{name: debug}]
                      containers: [{name: web}, text, {image: unnamed}]
                      initContainers: [{name: init}]
                """));
        assertThat(workload.containers())
                .extracting(c -> c.path() + " " + c.name() + " " + c.index())
                .containsExactly(
                        "initContainers[0] init 0",
                        "containers[0] web 0",
                        "containers[2]  2",
                        "ephemeralContainers[0] debug 0");
        assertThat(workload.containers())
                .extracting(PodContainer::list)
                .containsExactly(
                        ContainerList.INIT, ContainerList.ORDINARY, ContainerList.ORDINARY, ContainerList.EPHEMERAL);
        assertThat(workload.podPath()).hasToString("spec.template.spec");
        assertThat(workload.podMetadata().at("labels", "app")).hasToString("web");
        MapNode pod = Objects.requireNonNull(workload.pod());
        assertThat(workload.containers())
                .allSatisfy(c -> assertThat(c.path().in(pod)).isSameAs(c.node()));
    }

    @Test
    void metadataOfAPod_isItsOwn() {
        Workload pod = Objects.requireNonNull(workload("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}}"));
        assertThat(pod.podMetadata()).hasToString("{name: a}");
        Workload cron = Objects.requireNonNull(workload("""
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: outer}
                spec: {jobTemplate: {spec: {template: {metadata: {name: inner}, spec: {containers: [{name: a}]}}}}}
                """));
        assertThat(cron.podMetadata()).hasToString("{name: inner}");
        assertThat(cron.containers()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{spec: x}", "{spec: {template: []}}", "{spec: {template: {spec: x}}}"})
    void workloadWithoutPodSpec_hasNoContainers(String fields) {
        Workload workload =
                Objects.requireNonNull(workload("{apiVersion: apps/v1, kind: Deployment, " + fields.substring(1)));
        assertThat(workload.pod()).isNull();
        assertThat(workload.containers()).isEmpty();
        assertThat(workload.podMetadata().size()).isZero();
    }

    @Test
    void objectThatRunsNothing_isNoWorkload() {
        assertThat(workload("{apiVersion: v1, kind: ConfigMap}")).isNull();
    }

    private static @Nullable Workload workload(String yaml) {
        KubeObject object = TestTrees.object(yaml);
        return Workload.of(object, object.root());
    }
}
