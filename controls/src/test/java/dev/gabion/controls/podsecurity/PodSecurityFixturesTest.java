package dev.gabion.controls.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.kube.read.Chunk;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Upstream's fixtures: every failing pod fails the check its file is named for and no other, every passing one none.
 * Source: pod security standards, section 9.
 */
class PodSecurityFixturesTest {
    private static final int ALL = 4537;

    private static PodSecurityJudge judge;

    @BeforeAll
    static void compile() throws Exception {
        judge = PodSecurityJudge.ofSources();
    }

    @Test
    void everyFixture_isFailedByTheCheckItIsNamedForAndNoOther() throws IOException {
        Path root = TestData.unpacked("pss-fixtures").resolve("test/testdata");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
        assertThat(files).hasSize(ALL);
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> extras = new TreeMap<>();
        for (Path file : files) {
            Fixture fixture = Fixture.of(root.relativize(file), file);
            Set<String> found =
                    judge.judge(fixture.level, fixture.minor, fixture.pod).checks();
            Set<String> unexpected = new TreeSet<>(found);
            unexpected.removeAll(fixture.allowed());
            found.stream()
                    .filter(c -> !fixture.demanded().contains(c))
                    .forEach(c -> extras.merge(fixture.name + " " + c, 1, Integer::sum));
            if (!found.containsAll(fixture.demanded()) || !unexpected.isEmpty()) {
                wrong.add(root.relativize(file) + ": " + found + ", should be " + fixture.demanded());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(extras)
                .isEqualTo(Map.of(
                        "allowprivilegeescalation capabilities_restricted", 16,
                        "privileged allowPrivilegeEscalation", 60,
                        "windowshostprocess hostNamespaces", 152));
    }

    /** What a fixture's place and name say of it. */
    private record Fixture(String level, int minor, boolean fails, String name, MapNode pod) {
        static Fixture of(Path place, Path file) throws IOException {
            String name = place.getName(3).toString().replaceAll("[0-9]*\\.yaml$", "");
            int minor = Integer.parseInt(place.getName(1).toString().substring("v1.".length()));
            MapNode pod = (MapNode) DocumentParser.tree(Files.readAllBytes(file), Chunk.Syntax.YAML);
            boolean fails = place.getName(2).toString().equals("fail");
            return new Fixture(place.getName(0).toString(), minor, fails, name, pod);
        }

        /** The checks that must fail. */
        Set<String> demanded() {
            return fails ? Set.of(check()) : Set.of();
        }

        /** The checks that may fail. */
        Set<String> allowed() {
            Set<String> allowed = new TreeSet<>(demanded());
            if (fails && name.equals("windowshostprocess")) {
                allowed.add("hostNamespaces");
            }
            if (fails && level.equals("restricted")) {
                switch (name) {
                    case "allowprivilegeescalation" -> allowed.add("capabilities_restricted");
                    case "privileged" -> allowed.add("allowPrivilegeEscalation");
                    default -> {}
                }
            }
            return allowed;
        }

        private String check() {
            if (level.equals("restricted")) {
                switch (name) {
                    case "hostpathvolumes" -> {
                        return "restrictedVolumes";
                    }
                    case "capabilities_baseline" -> {
                        return minor >= 22 ? "capabilities_restricted" : "capabilities_baseline";
                    }
                    case "seccompprofile_baseline" -> {
                        return minor >= 19 ? "seccompProfile_restricted" : "seccompProfile_baseline";
                    }
                    case "procmount" -> {
                        return minor >= 35 ? "procMount_restricted" : "procMount";
                    }
                    default -> {}
                }
            }
            return judge.controls().stream()
                    .map(c -> c.head().pss().check())
                    .filter(c -> c.toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no control for the fixture " + name));
        }
    }
}
