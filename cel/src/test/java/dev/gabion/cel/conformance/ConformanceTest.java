package dev.gabion.cel.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.cel.conformance.ConformanceRun.Outcome;
import dev.gabion.testing.TestData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * CEL's conformance cases. Every file about the language and the libraries Kubernetes has is run; left out are
 * bindings, encoders, math and block extensions, which the API server does not have, proto2, proto3, enums, wrappers and
 * dynamic, which are about protobuf messages, and unknowns, which is empty.
 */
final class ConformanceTest {
    private static final List<String> FILES = List.of(
            "basic",
            "comparisons",
            "conversions",
            "fields",
            "fp_math",
            "integer_math",
            "lists",
            "logic",
            "macros",
            "macros2",
            "namespace",
            "network_ext",
            "optionals",
            "parse",
            "plumbing",
            "string",
            "string_ext",
            "timestamps",
            "type_deduction");

    @Test
    void conformanceCases_allFiles_passExceptTheListedOnes() throws IOException {
        Path folder = TestData.unpacked("cel-spec").resolve("celspec/tests/simple/testdata");
        List<Outcome> outcomes = new ArrayList<>();
        for (String file : FILES) {
            outcomes.addAll(ConformanceRun.file(folder.resolve(file + ".textproto")));
        }
        Set<String> different = new TreeSet<>();
        outcomes.stream().filter(o -> o.difference() != null).forEach(o -> different.add(o.id()));
        assertThat(outcomes).hasSizeGreaterThan(1_000);
        assertThat(different).isEqualTo(listed());
    }

    private static Set<String> listed() throws IOException {
        try (InputStream in = Objects.requireNonNull(ConformanceTest.class.getResourceAsStream("exceptions.txt"))) {
            Set<String> ids = new TreeSet<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    ids.add(line);
                }
            }
            return ids;
        }
    }

    @Test
    void textProto_escapesAndAdjacentStrings_areOneText() {
        TextProto.Message message = TextProto.parse("a: { s: \"x\\n\\101\" 'y' } # comment\n b: [1, 2]");

        assertThat(Objects.requireNonNull(message.message("a")).text("s")).isEqualTo("x\nAy");
        assertThat(message.fields()).hasSize(3);
    }
}
