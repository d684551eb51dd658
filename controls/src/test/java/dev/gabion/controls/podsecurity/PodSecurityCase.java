package dev.gabion.controls.podsecurity;

import dev.gabion.finding.Finding;
import dev.gabion.kube.read.Chunk;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A pod and what fails it, from a file in {@code src/test/pod-security}; {@code ephemeral-containers.yaml} says how a
 * case is written.
 *
 * @param expected checks that fail, by level and minor such as {@code R37}
 * @param containers that findings may name; empty where it does not matter
 * @param paths that findings have; empty where it does not matter
 */
record PodSecurityCase(
        String id, MapNode pod, Map<String, Set<String>> expected, List<String> containers, List<String> paths) {
    private static final MapNode BASE = map("""
            {"name": "app", "securityContext": {"allowPrivilegeEscalation": false, "capabilities": {"drop": ["ALL"]}}}""");
    private static final MapNode POD_CONTEXT = map("""
            {"runAsNonRoot": true, "seccompProfile": {"type": "RuntimeDefault"}}""");

    /** The cases of a file. A case with {@code at} expects one thing below a version and another from it on. */
    static List<PodSecurityCase> of(String file) throws IOException {
        MapNode root = (MapNode) DocumentParser.tree(
                Files.readAllBytes(Path.of("src/test/pod-security").resolve(file)), Chunk.Syntax.YAML);
        List<PodSecurityCase> all = new ArrayList<>();
        for (Node item : root.list("cases")) {
            MapNode source = (MapNode) item;
            all.add(new PodSecurityCase(
                    source.string("id"),
                    pod(source),
                    source.has("at") ? acrossVersions(source) : expected(source.map("expect")),
                    texts(source.list("containers")),
                    texts(source.list("paths"))));
        }
        return all;
    }

    static List<PodSecurityCase> all() throws IOException {
        List<PodSecurityCase> all = new ArrayList<>();
        for (String file : List.of("own-fixtures.yaml", "ephemeral-containers.yaml", "gaps.yaml", "boundaries.yaml")) {
            all.addAll(of(file));
        }
        return all;
    }

    /** What a judge gets wrong, one line each; empty where it agrees. */
    List<String> disagreements(PodSecurityJudge judge) {
        List<String> wrong = new ArrayList<>();
        expected.forEach((policy, checks) -> {
            String level = policy.charAt(0) == 'B' ? "baseline" : "restricted";
            var found = judge.judge(level, Integer.parseInt(policy.substring(1)), pod);
            if (!found.checks().equals(checks)) {
                wrong.add(id + " at " + policy + ": " + found.checks() + ", should be " + checks);
            }
            for (Finding finding : found.findings()) {
                if (!containers.isEmpty() && !containers.contains(finding.container())) {
                    wrong.add(id + " at " + policy + ": names " + finding.container());
                }
                if (!paths.isEmpty() && !paths.contains(finding.path())) {
                    wrong.add(id + " at " + policy + ": points at " + finding.path());
                }
            }
        });
        return wrong;
    }

    private static Map<String, Set<String>> expected(MapNode expect) {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        for (String policy : expect.keys()) {
            all.put(policy, new TreeSet<>(texts(expect.list(policy))));
        }
        return all;
    }

    private static Map<String, Set<String>> acrossVersions(MapNode source) {
        Set<String> before = new TreeSet<>(texts(source.list("before")));
        Set<String> after = new TreeSet<>(texts(source.list("after")));
        Map<String, Set<String>> all = new LinkedHashMap<>();
        for (int minor = number(source, "from"); minor <= PodSecurityJudge.NEWEST; minor++) {
            all.put(source.string("level") + minor, minor < number(source, "at") ? before : after);
        }
        return all;
    }

    private static int number(MapNode map, String key) {
        return map.get(key) instanceof ScalarNode s && s.value() instanceof Long number ? number.intValue() : 0;
    }

    private static MapNode pod(MapNode source) {
        MapNode container = source.map("container") == null ? BASE : merged(BASE, source.map("container"));
        MapNode spec = MapNode.builder()
                .put("securityContext", POD_CONTEXT)
                .put("containers", ListNode.of(List.of(container)))
                .build();
        spec = source.map("pod") == null ? spec : merged(spec, source.map("pod"));
        if (source.has("debugger")) {
            spec = spec.with("ephemeralContainers", ListNode.of(List.of(debugger(source))));
        }
        MapNode metadata = MapNode.builder().put("name", (Object) "a").build();
        metadata = source.has("annotations") ? metadata.with("annotations", source.get("annotations")) : metadata;
        return MapNode.builder()
                .put("apiVersion", (Object) "v1")
                .put("kind", (Object) "Pod")
                .put("metadata", metadata)
                .put("spec", spec)
                .build();
    }

    private static MapNode debugger(MapNode source) {
        MapNode debugger = MapNode.builder().put("name", (Object) "debugger").build();
        if (source.get("debugger") instanceof MapNode context) {
            debugger = debugger.with("securityContext", merged(BASE.map("securityContext"), context));
        }
        MapNode fields = source.map("debuggerFields");
        return fields == null ? debugger : merged(debugger, fields);
    }

    /** A JSON merge patch. */
    private static MapNode merged(MapNode base, MapNode patch) {
        MapNode.Builder result = MapNode.builder();
        for (int i = 0; i < base.size(); i++) {
            if (!patch.has(base.key(i))) {
                result.put(base.key(i), base.value(i));
            }
        }
        for (int i = 0; i < patch.size(); i++) {
            Node value = patch.value(i);
            if (value instanceof ScalarNode s && s.isNull()) {
                continue;
            }
            MapNode below = base.map(patch.key(i));
            result.put(patch.key(i), value instanceof MapNode map && below != null ? merged(below, map) : value);
        }
        return result.build();
    }

    private static MapNode map(String json) {
        return (MapNode) DocumentParser.tree(json.getBytes(StandardCharsets.UTF_8), Chunk.Syntax.JSON);
    }

    private static List<String> texts(ListNode list) {
        List<String> all = new ArrayList<>();
        list.forEach(n -> all.add((String) ((ScalarNode) n).value()));
        return all;
    }
}
