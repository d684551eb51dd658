package dev.gabion.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.kube.read.Chunk;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final ObjectReference WEB = new ObjectReference("apps/v1", "Deployment", "shop", "web");

    private static Node tree(String yaml) {
        return DocumentParser.tree(yaml.getBytes(StandardCharsets.UTF_8), Chunk.Syntax.YAML);
    }

    private static String of(ObjectReference object, String path, String yaml) {
        return Fingerprint.of("GBN-POD-001", object, "c", FieldPath.parse(path), tree(yaml), "f#0");
    }

    @Test
    void reorderingAndReindenting_changesNothing() {
        Random random = new Random(20261121);
        List<String> names = new ArrayList<>(List.of("a", "b", "c", "d"));
        String expected = null;
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(names, random);
            StringBuilder yaml = new StringBuilder(" ".repeat(random.nextInt(4)) + "containers:\n");
            String indent = " ".repeat(random.nextInt(6) + 4);
            for (String name : names) {
                yaml.append(indent).append("- ports: [{containerPort: 80}, {containerPort: 443}]\n");
                yaml.append(indent).append("  name: ").append(name).append('\n');
            }
            String path = "containers[" + names.indexOf("b") + "].ports[1].hostPort";
            String fingerprint = of(WEB, path, yaml.toString());
            expected = expected == null ? fingerprint : expected;
            assertThat(fingerprint).as("round " + round).isEqualTo(expected);
        }
    }

    @Test
    void itemsWithoutNames_areToldApartByWhatTheySay() {
        String rules = "rules: [{verbs: [get, list], resources: [pods]}, {verbs: ['*'], resources: [secrets]}]";
        String swapped = "rules: [{resources: [secrets], verbs: ['*']}, {resources: [pods], verbs: [list, get]}]";
        assertThat(of(WEB, "rules[1].verbs", rules)).isEqualTo(of(WEB, "rules[0].verbs", swapped));
        assertThat(of(WEB, "rules[0].verbs", rules)).isNotEqualTo(of(WEB, "rules[1].verbs", rules));
    }

    @Test
    void theApiVersion_doesNotCount() {
        ObjectReference beta = new ObjectReference("apps/v1beta1", "Deployment", "shop", "web");
        assertThat(of(beta, "spec", "spec: 1")).isEqualTo(of(WEB, "spec", "spec: 1"));
    }

    @Test
    void anObjectWithoutName_isToldByItsPlace() {
        ObjectReference nameless = new ObjectReference("v1", "Pod", null, null);
        Node tree = tree("spec: {}");
        FieldPath path = FieldPath.parse("spec");
        assertThat(Fingerprint.of("c", nameless, null, path, tree, "a.yaml#0"))
                .isNotEqualTo(Fingerprint.of("c", nameless, null, path, tree, "a.yaml#1"));
    }
}
