package dev.gabion.kube.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.kube.read.ReadDocument.Outcome;
import dev.gabion.testing.TestData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two thousand real files, and a handful of our own that show each oddity. */
class CorpusTest {
    private static final Path OWN = Path.of("src/test/resources/corpus");

    /** Our own files: every document, what became of it, its objects, and what is told of it. */
    @Test
    void ownFiles_areReadAsTheListSays() throws IOException {
        List<String> lines = new ArrayList<>();
        for (InputFile file : files(OWN)) {
            for (ReadDocument document : TestTrees.documents(file, Limits.DEFAULT)) {
                lines.add(describe(document, OWN));
            }
        }
        Path expected = OWN.resolveSibling("corpus.expected.txt");
        if (System.getenv("GABION_WRITE") != null) {
            Files.write(expected, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(expected));
    }

    private static String describe(ReadDocument document, Path root) {
        StringBuilder line = new StringBuilder();
        line.append(below(root, document.document().file()))
                .append(" #")
                .append(document.document().index())
                .append(" line ")
                .append(document.document().firstLine())
                .append(' ')
                .append(document.outcome());
        for (KubeObject object : document.objects()) {
            line.append(" | ").append(object.prefix()).append(' ').append(object.kind());
            line.append(' ').append(object.namespace()).append(' ').append(object.root());
        }
        for (Problem problem : document.problems()) {
            line.append(" ! ").append(problem.code()).append(" ");
            line.append(problem.line()).append(':').append(problem.column());
        }
        return line.toString().replace("\n", "\\n");
    }

    /** Every document that is not read, or read with a warning, is listed; there is no other. */
    @Test
    void realFiles_areRead_butForThoseListed() throws IOException {
        Path root = corpus();
        TreeSet<String> problems = new TreeSet<>();
        int files = 0;
        int documents = 0;
        int objects = 0;
        for (InputFile file : files(root)) {
            files++;
            for (ReadDocument document : TestTrees.documents(file, Limits.DEFAULT)) {
                documents++;
                objects += document.objects().size();
                for (Problem problem : document.problems()) {
                    problems.add(below(root, problem.file()) + " "
                            + document.document().index() + " " + problem.code() + " " + problem.line() + ":"
                            + problem.column());
                }
                assertThat(document.outcome().read())
                        .as(problems.toString())
                        .isEqualTo(document.problems().stream()
                                .allMatch(p -> p.code().equals("duplicateKey")));
            }
        }
        assertThat(problems).isEqualTo(new TreeSet<>(resource("corpus-problems.txt")));
        assertThat(files).isEqualTo(2_084);
        assertThat(documents).isEqualTo(8_595);
        // 8,279 and the items of three typed lists
        assertThat(objects).isEqualTo(8_293);
    }

    /** Strict loaders stumble over a plain equals sign and over an anchor's name used again; both are valid. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kube-prometheus/setup/0alertmanagerConfigCustomResourceDefinition.yaml",
                "home-ops/kubernetes/apps/o11y/kube-prometheus-stack/app/alertmanagerconfig.yaml",
                "helm/prometheus-community+helm-charts/prometheus-operator-crds.yaml",
                "home-ops/kubernetes/apps/network/certificates/export/pushsecret.yaml",
                "home-ops/kubernetes/apps/network/cloudflare-dns/app/helmrelease.yaml"
            })
    void realFile_thatOnlyLooksOdd_isRead(String name) throws IOException {
        InputFile file = new InputFile(corpus().resolve(name), name, true, false);
        assertThat(TestTrees.documents(file, Limits.DEFAULT))
                .isNotEmpty()
                .allMatch(document -> document.outcome() == Outcome.OBJECTS)
                .allMatch(document -> document.problems().isEmpty());
    }

    @Test
    void readingTwice_givesTheSame() throws IOException {
        for (InputFile file : files(corpus().resolve("helm"))) {
            List<ReadDocument> once = TestTrees.documents(file, Limits.DEFAULT);
            List<ReadDocument> twice = TestTrees.documents(file, Limits.DEFAULT);
            assertThat(twice).hasSameSizeAs(once);
            for (int i = 0; i < once.size(); i++) {
                assertThat(describe(twice.get(i), Path.of(""))).isEqualTo(describe(once.get(i), Path.of("")));
            }
        }
        assertThat(files(corpus())).isEqualTo(files(corpus()));
    }

    private static Path corpus() {
        return TestData.unpacked("corpus").resolve("corpus");
    }

    private static List<InputFile> files(Path root) throws IOException {
        List<Problem> problems = new ArrayList<>();
        InputFinder finder = new InputFinder(problems::add);
        finder.add(root.toString());
        assertThat(problems).isEmpty();
        return finder.files();
    }

    private static String below(Path root, String name) {
        return name.startsWith(root + "/") ? name.substring(root.toString().length() + 1) : name;
    }

    private static List<String> resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(CorpusTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
