package dev.gabion.kube.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.kube.read.Chunk.Syntax;
import dev.gabion.kube.read.ReadDocument.Outcome;
import dev.gabion.kube.tree.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a file is taken apart into documents, and what is told of those that cannot be read. */
class DocumentsTest {
    @Nested
    class Markers {
        @Test
        void documents_beginAtTheirMarkers() {
            List<Chunk> chunks = chunks("a: 1\n---\nb: 2\n--- # c\nc: 3\n---\td: 4\n");
            assertThat(chunks).extracting(Chunk::offset).containsExactly(0L, 5L, 14L, 27L);
            assertThat(chunks).extracting(c -> c.start().line()).containsExactly(1, 2, 4, 6);
            assertThat(chunks).extracting(Chunk::index).containsExactly(0, 1, 2, 3);
        }

        @Test
        void emptyAndCommentOnlyDocuments_areNumberedAndPassedOver() {
            List<Chunk> chunks = chunks("# head\n---\n---\n# only a comment\n---\n\n---\na: 1\n---\n");
            assertThat(chunks).singleElement().returns(3, Chunk::index).returns(37L, Chunk::offset);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "\n", "# c\n", "# c", "---", "---\n", "---\n---\n---", "...\n", "--- # c", " \r\n\t\n"})
        void fileWithoutContent_hasNoDocuments(String text) {
            assertThat(chunks(text)).isEmpty();
        }

        @Test
        void endMarker_endsTheDocument() {
            List<Chunk> chunks = chunks("a: 1\n...\n# between\n---\nb: 2\n...\n");
            assertThat(chunks).extracting(DocumentsTest::text).containsExactly("a: 1\n...\n", "---\nb: 2\n...\n");
        }

        @Test
        void markerAsLastLine_withoutNewline_endsTheDocumentBefore() {
            assertThat(chunks("a: 1\n---")).extracting(DocumentsTest::text).containsExactly("a: 1\n");
            assertThat(chunks("a: 1\n...")).extracting(DocumentsTest::text).containsExactly("a: 1\n...");
        }

        @Test
        void dashes_thatAreNoMarker_partNothing() {
            for (String text :
                    List.of("a: |\n  ---\n  b\n", "a: 1\n---b: 2\n", "a: 1\n --- b\n", "a: 1\n----\n", "--\n")) {
                assertThat(chunks(text)).as(text).hasSize(1);
            }
        }

        @Test
        void directive_belongsToTheMarkerAfterIt() {
            List<ReadDocument> documents = TestTrees.documents(
                    "a.yaml", "# head\n%YAML 1.2\n# c\n---\na: 1\n...\n%YAML 1.1\n---\nb: 2\n---\nc: 3\n");
            assertThat(documents).extracting(ReadDocument::outcome).containsOnly(Outcome.OTHER);
            assertThat(documents).hasSize(3);
        }

        @Test
        void contentOnTheMarkerLine_isContent() {
            assertThat(chunks("--- a\n--- {b: 1}\n--- |\n  c\n")).hasSize(3);
        }
    }

    @Nested
    class Encodings {
        @Test
        void byteOrderMark_isNoPartOfTheDocument() {
            for (String name : List.of("a.yaml", "a.json", "a.yml")) {
                ReadDocument document = TestTrees.documents(name, "\uFEFF{\"apiVersion\": \"v1\", \"kind\": \"Pod\"}")
                        .getFirst();
                assertThat(document.document().offset()).isEqualTo(3);
                assertThat(document.document().position(1)).isEqualTo(new Position(1, 2));
                assertThat(document.objects()).hasSize(1);
            }
        }

        @Test
        void charactersThatOnlyBeginLikeAByteOrderMark_arePartOfTheDocument() {
            List<Chunk> chunks = chunks("ﻀ: 1\n");
            assertThat(chunks)
                    .singleElement()
                    .returns(0L, Chunk::offset)
                    .extracting(DocumentsTest::text)
                    .isEqualTo("ﻀ: 1\n");
        }

        @Test
        void utf16_isNamed() {
            for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                ReadDocument document = TestTrees.documents("a.yaml", "\uFEFFa: 1".getBytes(charset))
                        .getFirst();
                assertThat(document.outcome()).isEqualTo(Outcome.BROKEN);
                assertThat(document.problems()).singleElement().returns("encoding", Problem::code);
                assertThat(document.problems().getFirst().message()).contains("UTF-16");
            }
        }

        @Test
        void invalidUtf8_isReportedWhereItStands_andCostsOneDocument() {
            byte[] text = "a: 1\n---\né😀: X\n---\nb: 2\n".getBytes(StandardCharsets.UTF_8);
            text["a: 1\n---\né😀: ".getBytes(StandardCharsets.UTF_8).length] = (byte) 0xFF;
            List<ReadDocument> documents = TestTrees.documents("a.yaml", text);
            assertThat(documents)
                    .extracting(ReadDocument::outcome)
                    .containsExactly(Outcome.OTHER, Outcome.BROKEN, Outcome.OTHER);
            assertThat(documents.get(1).problems())
                    .singleElement()
                    .returns("encoding", Problem::code)
                    .returns(3, Problem::line)
                    .returns(5, Problem::column);
        }

        @Test
        void nulByte_costsOneDocument() {
            for (String before : List.of("", "x: " + "y".repeat(5_000) + "\n---\n")) {
                List<ReadDocument> documents = TestTrees.documents("a.yaml", before + "a: \0\n---\nb: 2\n");
                assertThat(documents.getLast().outcome()).isEqualTo(Outcome.OTHER);
                assertThat(documents.get(documents.size() - 2).problems())
                        .singleElement()
                        .returns("yamlCharacter", Problem::code)
                        .returns(4, Problem::column);
            }
        }
    }

    @Nested
    class Problems {
        @Test
        void place_countsFromTheFilesBeginning_inCodePoints() {
            ReadDocument broken = TestTrees.documents("a.yaml", "a: 1\n---\nb: 2\né😀: 'x': y\n")
                    .get(1);
            assertThat(broken.problems())
                    .singleElement()
                    .returns("yamlSyntax", Problem::code)
                    .returns("a.yaml", Problem::file)
                    .returns(4, Problem::line)
                    .returns(8, Problem::column);
        }

        @Test
        void placeInJson_countsFromTheFilesBeginning_inCodePoints() {
            ReadDocument broken =
                    TestTrees.documents("a.json", "{\"é\": 1} {\"😀\": ?}").get(1);
            assertThat(broken.problems())
                    .singleElement()
                    .returns("jsonSyntax", Problem::code)
                    .returns(1, Problem::line)
                    .returns(16, Problem::column);
        }

        @Test
        void duplicateKeys_beyondTheFirst20_areOnlyCounted() {
            ReadDocument document =
                    TestTrees.documents("a.yaml", "a: 1\n".repeat(1_000)).getFirst();
            assertThat(document.problems()).hasSize(20);
            assertThat(document.problems().getLast().message()).contains("979 more");
            assertThat(document.problems().get(18).message()).doesNotContain("more");
        }

        @Test
        void message_holdsNoMoreOfAHugeKeyThanCanBeRead() {
            String key = "k".repeat(100_000);
            for (String text : List.of(key + ": 1\n" + key + ": 2\n", "*" + key, "a: &" + key + " [*" + key + "]")) {
                assertThat(TestTrees.documents("a.yaml", text).getFirst().problems())
                        .singleElement()
                        .satisfies(p -> assertThat(p.message()).hasSizeLessThan(410));
            }
        }

        @Test
        void brokenDocumentWithBraces_isATemplate() {
            ReadDocument document =
                    TestTrees.documents("a.yaml", "a: {{ .Values.a }}\n").getFirst();
            assertThat(document.outcome()).isEqualTo(Outcome.TEMPLATE);
            assertThat(document.outcome().read()).isFalse();
            assertThat(document.problems())
                    .singleElement()
                    .returns("templateNotRendered", Problem::code)
                    .returns(Problem.Level.WARNING, Problem::level);
        }

        @Test
        void bracesInAStringOfAGoodDocument_areNoTemplate() {
            assertThat(TestTrees.documents("a.yaml", "a: '{{ x }}'\n")
                            .getFirst()
                            .outcome())
                    .isEqualTo(Outcome.OTHER);
        }

        @Test
        void fileInTheTemplatesOfAChart_isATemplateAsAWhole() throws IOException {
            for (String text : List.of("a: '{{ x }}'\n---\nb: 1\n", "{{- if .Values.a }}\nb: 1\n{{- end }}\n")) {
                assertThat(template(text)).singleElement().returns(Outcome.TEMPLATE, ReadDocument::outcome);
            }
            assertThat(template("a: 1\n---\nb: 2\n")).hasSize(2);
        }

        private static List<ReadDocument> template(String text) throws IOException {
            InputFile file = new InputFile(null, "chart/templates/a.yaml", false, true);
            DocumentParser parser = new DocumentParser(Limits.DEFAULT);
            List<ReadDocument> all = new java.util.ArrayList<>();
            try (Documents documents = Documents.of(file, stream(text), Limits.DEFAULT)) {
                for (Chunk chunk = documents.next(); chunk != null; chunk = documents.next()) {
                    all.add(parser.parse(chunk));
                }
            }
            return all;
        }
    }

    @Nested
    class Sniffing {
        @Test
        void jsonUnderAnotherName_isTakenApart() {
            List<Chunk> chunks =
                    TestTrees.chunks(InputFile.STDIN, stream("{\"a\": 1}\n{\"b\": 2}{\"c\": 3}, [4]"), Limits.DEFAULT);
            assertThat(chunks)
                    .extracting(DocumentsTest::text)
                    .containsExactly("{\"a\": 1}", "{\"b\": 2}", "{\"c\": 3}", "[4]");
            assertThat(chunks).extracting(Chunk::syntax).containsOnly(Syntax.SNIFFED);
            assertThat(chunks)
                    .extracting(Chunk::start)
                    .contains(new Position(2, 1), new Position(2, 9), new Position(2, 19));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{apiVersion: v1, kind: Pod}\n",
                    "{apiVersion: v1, kind: Pod} # comment\n",
                    "{apiVersion: v1, kind: Pod,\n metadata: {name: 'it''s }', x: \"}\"}}\n",
                    "{\"apiVersion\": \"v1\", \"kind\": 'Pod', \"a\": '}', b: [\n\"x\n  y\"]}\n",
                    "{ # } comment {\n  apiVersion: v1, kind: Pod }\n",
                    "[{apiVersion: v1, kind: Pod}]\n",
                    "\n\n  {\"apiVersion\": \"v1\", \"kind\": \"Pod\"}\n"
                })
        void flowStyle_isReadAsYaml_andDoesNotHideWhatFollows(String flow) {
            List<ReadDocument> documents = TestTrees.documents(
                    "a.yaml",
                    flow + "---\napiVersion: v1\nkind: Service\n---\n{\"apiVersion\": \"v1\", \"kind\": \"Node\"}\n");
            assertThat(documents)
                    .flatExtracting(ReadDocument::objects)
                    .extracting(KubeObject::kind)
                    .containsExactly("Pod", "Service", "Node");
            assertThat(documents).flatExtracting(ReadDocument::problems).isEmpty();
            assertThat(documents).extracting(d -> d.document().index()).containsExactly(0, 1, 2);
        }

        @Test
        void commentsBetweenJsonValues_areNoDocuments() {
            List<ReadDocument> documents =
                    TestTrees.documents("a.yaml", "{\"a\": 1}\n# comment {\n{\"b\": 2}\n# end\n---\nc: 3\n");
            assertThat(documents).extracting(ReadDocument::outcome).containsOnly(Outcome.OTHER);
            assertThat(documents).hasSize(3);
        }

        @Test
        void templateThatBeginsWithBraces_isATemplate() {
            assertThat(TestTrees.documents("a.yaml", "{{- if .Values.x }}\na: 1\n{{- end }}\n"))
                    .singleElement()
                    .returns(Outcome.TEMPLATE, ReadDocument::outcome);
        }

        @Test
        void unclosedFlow_isOneBrokenDocument() {
            List<ReadDocument> documents = TestTrees.documents("a.yaml", "{a: 1\n---\nb: 2\n");
            assertThat(documents).extracting(ReadDocument::outcome).containsExactly(Outcome.BROKEN, Outcome.OTHER);
        }
    }

    @Nested
    class JsonFiles {
        @Test
        void anythingElseThanJson_isOneProblem() {
            assertThat(TestTrees.documents("a.json", "a: 1\nb: 2\n".repeat(1_000)))
                    .singleElement()
                    .returns(Outcome.BROKEN, ReadDocument::outcome);
        }

        @Test
        void objectAfterAScalar_isNotLost() {
            List<ReadDocument> documents =
                    TestTrees.documents("a.json", "true {\"apiVersion\": \"v1\", \"kind\": \"Pod\"}\n");
            assertThat(documents).singleElement().returns(Outcome.BROKEN, ReadDocument::outcome);
        }

        @Test
        void arrayOfLines_isOneDocument() {
            String text =
                    "[\n{\"apiVersion\": \"v1\", \"kind\": \"Pod\"},\n{\"apiVersion\": \"v1\", \"kind\": \"Node\"}\n]\n";
            assertThat(TestTrees.documents("a.json", text))
                    .singleElement()
                    .satisfies(d -> assertThat(d.objects()).hasSize(2));
        }

        @Test
        void unclosedArrayOfLines_givesItsItems() {
            String text =
                    "[\n{\"apiVersion\": \"v1\", \"kind\": \"Pod\"},\n{\"apiVersion\": \"v1\", \"kind\": \"Node\"}\n";
            List<ReadDocument> documents = TestTrees.documents("a.json", text);
            assertThat(documents.getFirst().outcome()).isEqualTo(Outcome.BROKEN);
            assertThat(documents).flatExtracting(ReadDocument::objects).hasSize(2);
        }
    }

    @Nested
    class Sizes {
        private static final Limits KIBIBYTE = new Limits(1_024, 100, 100);

        @Test
        void oneLine_longerThanTheLimit_isRefused_andTheNextDocumentFound() {
            for (String name : List.of("a.yaml", "a.json", "{stdin}")) {
                String next = "\n---\n{\"apiVersion\": \"v1\", \"kind\": \"Pod\"}\n";
                String huge = name.equals("a.yaml")
                        ? "a: " + "x".repeat(100_000)
                        : "{\"a\": \"" + "x".repeat(100_000) + "\"}";
                List<ReadDocument> documents = TestTrees.documents(name, stream(huge + next), KIBIBYTE);
                assertThat(documents.getFirst().problems())
                        .singleElement()
                        .returns("documentTooLarge", Problem::code)
                        .returns(1, Problem::line)
                        .returns("the document is larger than 1024 bytes", Problem::message);
                assertThat(documents)
                        .flatExtracting(ReadDocument::objects)
                        .as(name)
                        .hasSize(1);
            }
        }

        @Test
        void defaultLimit_is64MiB() {
            assertThat(Limits.DEFAULT.documentBytes()).isEqualTo(64 << 20);
            Chunk chunk = TestTrees.chunks("a.yaml", endless((70L << 20)), Limits.DEFAULT)
                    .getFirst();
            assertThat(chunk.problem()).isNotNull().returns("the document is larger than 64 MiB", Problem::message);
        }

        /** A line of so many bytes that is made while it is read. */
        private static InputStream endless(long bytes) {
            return new InputStream() {
                private long left = bytes;

                @Override
                public int read() {
                    return left-- > 0 ? 'x' : -1;
                }

                @Override
                public int read(byte[] into, int at, int length) {
                    int count = (int) Math.min(left, length);
                    java.util.Arrays.fill(into, at, at + Math.max(count, 0), (byte) 'x');
                    left -= count;
                    return count <= 0 ? -1 : count;
                }
            };
        }
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Chunk> chunks(String yaml) {
        return TestTrees.chunks("a.yaml", stream(yaml), Limits.DEFAULT);
    }

    private static String text(Chunk chunk) {
        return new String(chunk.bytes(), StandardCharsets.UTF_8);
    }
}
