package dev.gabion.controls.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.kube.read.Chunk;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.kube.tree.MapNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every pod that is not a Windows pod. Source: pod security standards, section 6. */
class PodSecurityProperties {
    private static final int PODS = 4_000;
    private static final long SEED = 20_260_701;

    private static final List<String> CONTEXT = List.of(
            "\"allowPrivilegeEscalation\": false",
            "\"allowPrivilegeEscalation\": true",
            "\"privileged\": true",
            "\"privileged\": false",
            "\"runAsNonRoot\": true",
            "\"runAsNonRoot\": false",
            "\"runAsUser\": 0",
            "\"runAsUser\": 7",
            "\"procMount\": \"Unmasked\"",
            "\"procMount\": \"Default\"",
            "\"seccompProfile\": {}",
            "\"seccompProfile\": {\"type\": \"RuntimeDefault\"}",
            "\"seccompProfile\": {\"type\": \"Unconfined\"}",
            "\"appArmorProfile\": {\"type\": \"Unconfined\"}",
            "\"seLinuxOptions\": {\"type\": \"spc_t\"}",
            "\"seLinuxOptions\": {\"type\": \"container_t\"}",
            "\"windowsOptions\": {\"hostProcess\": true}",
            "\"capabilities\": {\"drop\": [\"ALL\"]}",
            "\"capabilities\": {\"drop\": [\"ALL\"], \"add\": [\"NET_BIND_SERVICE\"]}",
            "\"capabilities\": {\"add\": [\"SYS_TIME\"]}");
    private static final List<String> POD = List.of(
            "\"hostPID\": true",
            "\"hostNetwork\": false",
            "\"hostUsers\": false",
            "\"hostUsers\": true",
            "\"volumes\": [{\"name\": \"v\", \"hostPath\": {\"path\": \"/\"}}]",
            "\"volumes\": [{\"name\": \"v\"}]",
            "\"volumes\": [{\"name\": \"v\", \"nfs\": {\"path\": \"/\"}}]");
    private static final List<String> GOOD = List.of(
            "\"allowPrivilegeEscalation\": false",
            "\"runAsNonRoot\": true",
            "\"seccompProfile\": {\"type\": \"RuntimeDefault\"}",
            "\"capabilities\": {\"drop\": [\"ALL\"]}");

    private final Random random = new Random(SEED);

    @Test
    void podThatPassesRestricted_passesBaseline() throws Exception {
        PodSecurityJudge judge = PodSecurityJudge.ofSources();
        int passed = 0;
        for (int i = 0; i < PODS; i++) {
            String text = pod();
            MapNode pod = (MapNode) DocumentParser.tree(text.getBytes(StandardCharsets.UTF_8), Chunk.Syntax.JSON);
            int minor = random.nextInt(PodSecurityJudge.NEWEST + 1);
            if (judge.judge("restricted", minor, pod).checks().isEmpty()) {
                passed++;
                assertThat(judge.judge("baseline", minor, pod).checks())
                        .as("v1." + minor + " " + text)
                        .isEmpty();
            }
        }
        assertThat(passed).as("pods that pass, of " + PODS).isGreaterThan(PODS / 20);
    }

    private String pod() {
        List<String> fields = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            fields.add(pick(POD));
        }
        if (random.nextBoolean()) {
            fields.add("\"securityContext\": " + context());
        }
        fields.add("\"containers\": [" + container("a") + "]");
        for (String list : List.of("initContainers", "ephemeralContainers")) {
            if (random.nextInt(3) == 0) {
                fields.add("\"" + list + "\": [" + container(list.substring(0, 1)) + "]");
            }
        }
        return "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"p\"}, \"spec\": {"
                + String.join(", ", fields) + "}}";
    }

    private String container(String name) {
        String port = random.nextInt(20) == 0 ? ", \"ports\": [{\"containerPort\": 1, \"hostPort\": 1}]" : "";
        return "{\"name\": \"" + name + "\", \"securityContext\": " + context() + port + "}";
    }

    private String context() {
        List<String> fields = new ArrayList<>();
        for (String field : GOOD) {
            if (random.nextInt(10) > 0) {
                put(fields, field);
            }
        }
        while (random.nextInt(3) == 0) {
            put(fields, pick(CONTEXT));
        }
        return "{" + String.join(", ", fields) + "}";
    }

    /** A later value of a field takes the place of the earlier one. */
    private static void put(List<String> fields, String field) {
        String key = field.substring(0, field.indexOf(':'));
        fields.removeIf(f -> f.startsWith(key + ":"));
        fields.add(field);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
