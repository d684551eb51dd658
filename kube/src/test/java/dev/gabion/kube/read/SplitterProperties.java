package dev.gabion.kube.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.testing.Seeds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Breaks each document of a file in turn, in many ways, and finds its neighbours where they were. */
class SplitterProperties {
    private static final Charset UTF_8 = StandardCharsets.UTF_8;
    private static final Limits SMALL = new Limits(300, 100, 100);

    @Test
    void brokenYamlDocument_hidesNoNeighbour() {
        Seeds.each(150, random -> {
            int documents = 3 + random.nextInt(4);
            for (int broken = 0; broken < documents; broken++) {
                Pieces file = yaml(random, documents, broken);
                file.check("a.yaml", broken, TestTrees.documents("a.yaml", file.bytes()));
            }
        });
    }

    @Test
    void tornLine_ofNdjson_hidesNoNeighbour() {
        Seeds.each(300, random -> {
            int documents = 3 + random.nextInt(4);
            for (int broken = 0; broken < documents; broken++) {
                Pieces file = lines(random, documents, broken);
                file.check("a.json", broken, TestTrees.documents("a.json", file.bytes()));
                if (file.bytes()[0] == '{') {
                    file.check("<stdin>", broken, TestTrees.documents("<stdin>", file.bytes()));
                }
            }
        });
    }

    @Test
    void brokenValue_ofIndentedJson_hidesNoNeighbour() {
        Seeds.each(300, random -> {
            int documents = 3 + random.nextInt(4);
            for (int broken = 0; broken < documents; broken++) {
                Pieces file = indented(random, documents, broken);
                file.check("a.json", broken, TestTrees.documents("a.json", file.bytes()));
            }
        });
    }

    @Test
    void wrongValue_amongValuesOfOneLine_hidesNoNeighbour() {
        Seeds.each(200, random -> {
            int documents = 3 + random.nextInt(4);
            int broken = random.nextInt(documents);
            Pieces file = new Pieces();
            for (int i = 0; i < documents; i++) {
                String text = object(random, i);
                file.add(i == broken ? text.replaceFirst(":", Seeds.oneOf(random, " ", ",", ":x", "::")) : text, 0);
                file.gap(Seeds.oneOf(random, "", " ", ",", "\t"));
            }
            file.check("a.json", broken, TestTrees.documents("a.json", file.bytes()));
        });
    }

    @Test
    void deliveryInPieces_changesNothing() {
        Seeds.each(300, random -> {
            int documents = 1 + random.nextInt(6);
            int broken = random.nextInt(2 * documents);
            Pieces file = switch (random.nextInt(3)) {
                case 0 -> yaml(random, documents, broken);
                case 1 -> lines(random, documents, broken);
                default -> indented(random, documents, broken);
            };
            byte[] bytes = file.bytes();
            for (String name : List.of("a.yaml", "a.json")) {
                for (Limits limits : List.of(Limits.DEFAULT, SMALL)) {
                    String whole = describe(TestTrees.chunks(name, new ByteArrayInputStream(bytes), limits));
                    assertThat(describe(TestTrees.chunks(name, TestTrees.slowly(bytes), limits)))
                            .isEqualTo(whole);
                }
            }
        });
    }

    @Test
    void documentOverTheLimit_isReported_andOthersAreFound() {
        Seeds.each(400, random -> {
            boolean isYaml = random.nextBoolean();
            int limit = 40 + random.nextInt(60);
            Pieces file = new Pieces();
            for (int i = 0; i < 6; i++) {
                int size = limit - 3 + random.nextInt(7);
                file.add(isYaml ? yamlOfSize(random, size) : "{\"a\": \"" + "x".repeat(size - 9) + "\"}", 0);
                file.gap(isYaml ? "" : Seeds.oneOf(random, "\n", " ", "", "\r\n"));
            }
            String name = isYaml ? "a.yaml" : "a.json";
            List<Chunk> chunks =
                    TestTrees.chunks(name, new ByteArrayInputStream(file.bytes()), new Limits(limit, 10, 10));
            file.checkSizes(limit, chunks);
        });
    }

    private static String yamlOfSize(Random random, int size) {
        StringBuilder text = new StringBuilder("---\na: b\n");
        while (text.length() < size - 1) {
            text.append(random.nextInt(8) == 0 && text.charAt(text.length() - 1) != '\n' ? '\n' : '#');
        }
        return text.append('\n').toString();
    }

    /** Texts one after the other, each with the offset and line it begins at. */
    private static final class Pieces {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final List<Long> offsets = new ArrayList<>();
        private final List<Integer> lines = new ArrayList<>();
        private final List<Integer> sizes = new ArrayList<>();
        private int line = 1;

        /** Adds a document that begins after {@code skipped} characters of the text. */
        void add(String text, int skipped) {
            add(text.getBytes(StandardCharsets.UTF_8), skipped);
        }

        void add(byte[] text, int skipped) {
            offsets.add((long) out.size() + skipped);
            lines.add(line);
            sizes.add(text.length);
            append(text);
        }

        void gap(String text) {
            append(text.getBytes(StandardCharsets.UTF_8));
        }

        private void append(byte[] text) {
            for (byte b : text) {
                line += b == '\n' ? 1 : 0;
            }
            out.writeBytes(text);
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        void check(String name, int broken, List<ReadDocument> documents) {
            String file = out.toString(StandardCharsets.UTF_8);
            assertThat(documents).as(name + ": " + file).hasSize(offsets.size());
            for (int i = 0; i < documents.size(); i++) {
                ReadDocument document = documents.get(i);
                assertThat(document.document().index()).as(file).isEqualTo(i);
                assertThat(document.document().offset())
                        .as("%s: %d of %s", name, i, file)
                        .isEqualTo(offsets.get(i));
                assertThat(document.document().firstLine())
                        .as("%s: %d of %s", name, i, file)
                        .isEqualTo(lines.get(i));
                if (i != broken) {
                    String wanted = "object-" + i;
                    assertThat(document.objects())
                            .as("%s: %d of %s", name, i, file)
                            .singleElement()
                            .returns(wanted, KubeObject::name);
                }
            }
        }

        void checkSizes(int limit, List<Chunk> chunks) {
            String file = out.toString(StandardCharsets.UTF_8);
            assertThat(chunks).as(file).hasSize(sizes.size());
            for (int i = 0; i < chunks.size(); i++) {
                Chunk chunk = chunks.get(i);
                assertThat(chunk.offset()).as("%d of %s", i, file).isEqualTo(offsets.get(i));
                assertThat(chunk.start().line()).as("%d of %s", i, file).isEqualTo(lines.get(i));
                boolean tooLarge = sizes.get(i) > limit;
                assertThat(chunk.problem() == null).as("%d of %s", i, file).isEqualTo(!tooLarge);
                assertThat(chunk.bytes()).as("%d of %s", i, file).hasSize(tooLarge ? 0 : sizes.get(i));
            }
        }
    }

    private static Pieces yaml(Random random, int documents, int broken) {
        String eol = Seeds.oneOf(random, "\n", "\r\n");
        Pieces file = new Pieces();
        if (random.nextInt(4) == 0) {
            file.gap("\uFEFF");
        }
        for (int i = 0; i < documents; i++) {
            boolean marked = i > 0 || random.nextBoolean();
            String marker = marked ? "---" + Seeds.oneOf(random, "", " # é", "\t") + "\n" : "";
            String end = random.nextInt(5) == 0 ? "...\n" : "";
            String body = body(random, i);
            byte[] text = i == broken ? broken(random, marker, body, end) : (marker + body + end).getBytes(UTF_8);
            file.add(eol.equals("\n") ? text : withCarriageReturns(text), 0);
        }
        return file;
    }

    private static byte[] withCarriageReturns(byte[] text) {
        String latin = new String(text, StandardCharsets.ISO_8859_1);
        return latin.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String body(Random random, int i) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: object-%d
                data:
                  text: |
                    a --- b
                     ---
                    ... %s
                  "key 😀": 'é'
                """.formatted(i, "x".repeat(random.nextInt(200)));
    }

    private static byte[] broken(Random random, String marker, String body, String end) {
        String line = Seeds.oneOf(
                random,
                "   oops: 1",
                " : : :",
                "  a: \"unclosed",
                "  a: 'unclosed",
                "  a: [1, 2",
                "  a: {b: 1",
                "\ta: 1",
                "  a: {{ .Values.x }}",
                "{{- if .Values.x }}",
                "  a: b: c",
                "  a: @b",
                "  a: %b",
                "  a: *nowhere",
                "  a: | b",
                "  a: \0",
                "- a",
                "  ? [",
                "  &a &b c",
                "\"",
                "[",
                "  a: \"\\q\"");
        int at = random.nextBoolean() ? body.length() : body.indexOf('\n', random.nextInt(body.length())) + 1;
        byte[] text = (marker + body.substring(0, at) + line + "\n" + body.substring(at) + end).getBytes(UTF_8);
        if (random.nextInt(10) == 0) {
            text[marker.length() + 3] = (byte) 0xC0;
        }
        return text;
    }

    private static String object(Random random, int i) {
        return "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"object-" + i
                + "\"}, \"data\": {\"é😀\": \"{[\\\"" + "x".repeat(random.nextInt(50)) + "\"}, \"l\": [1, {\"a\": 2}]}";
    }

    private static Pieces lines(Random random, int documents, int broken) {
        String eol = Seeds.oneOf(random, "\n", "\r\n");
        Pieces file = new Pieces();
        for (int i = 0; i < documents; i++) {
            String text = object(random, i);
            file.add(i == broken ? torn(random, text) : text, 0);
            file.gap(eol);
        }
        return file;
    }

    private static String torn(Random random, String text) {
        int inner = 1 + random.nextInt(text.length() - 1);
        return switch (random.nextInt(7)) {
            case 0 -> text.substring(0, inner);
            case 1 -> text.substring(0, text.indexOf(Seeds.oneOf(random, ",", ":", "[", "{\"a\"", "😀")) + 1);
            case 2 -> text.substring(inner).replaceFirst("^[{\\[, ]+", "");
            case 3 -> text.replaceFirst(":", " ");
            case 4 -> text.replaceFirst("\"", "");
            case 5 -> text.replace("}]}", "}]");
            default -> text.replace("\"v1\"", Seeds.oneOf(random, "{{ .x }}", "\"\\", "'", "[", "\"\t\"", "\\"));
        };
    }

    private static Pieces indented(Random random, int documents, int broken) {
        Pieces file = new Pieces();
        for (int i = 0; i < documents; i++) {
            String text = object(random, i)
                    .replace("{\"", "{\n  \"")
                    .replace(", ", ",\n  ")
                    .replace("}", "\n}")
                    .replace("\n}", "\n }");
            text = text.substring(0, text.length() - 2) + "}";
            file.add(i == broken ? brokenIndented(random, text) : text, 0);
            file.gap("\n");
        }
        return file;
    }

    private static String brokenIndented(Random random, String text) {
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, 1 + random.nextInt(text.length() - 1));
            case 1 -> text.substring(0, text.length() - 1);
            case 2 -> text.replaceFirst("\"", "");
            case 3 -> text.replaceFirst(",", "");
            default -> text.substring(0, text.lastIndexOf(Seeds.oneOf(random, ",", ":", "[")) + 1);
        };
    }

    private static String describe(List<Chunk> chunks) {
        StringBuilder out = new StringBuilder();
        for (Chunk chunk : chunks) {
            out.append("%d %d %s %s %s%n%s%n"
                    .formatted(
                            chunk.index(),
                            chunk.offset(),
                            chunk.start(),
                            chunk.syntax(),
                            chunk.problem(),
                            new String(chunk.bytes(), UTF_8)));
        }
        return out.toString();
    }
}
