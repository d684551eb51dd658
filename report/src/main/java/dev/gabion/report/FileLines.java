package dev.gabion.report;

import dev.gabion.finding.SecretFields;
import dev.gabion.finding.SecretText;
import dev.gabion.kube.read.Chunk;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.kube.read.Documents;
import dev.gabion.kube.read.InputFile;
import dev.gabion.kube.read.KubeObject;
import dev.gabion.kube.read.Limits;
import dev.gabion.kube.read.ReadDocument;
import dev.gabion.kube.tree.ScalarNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the lines of one file begin, and which bytes must not be shown. Documents that may hold secrets are parsed the
 * first time a line of theirs is asked for, so structure decides what is masked, not the look of a line.
 */
final class FileLines {
    /** A longer line is made by a machine and shows nobody anything. */
    private static final int LONGEST_LINE = 20_000;

    private static final int BLOCK = 1 << 16;

    private final SourceText text;
    private final int[] starts;
    private final List<Suspect> suspects;
    private byte[] block = new byte[0];
    private long blockStart;

    /** A document that may hold secrets. */
    private static final class Suspect {
        private final long from;
        private final long to;
        private @Nullable Chunk chunk;
        private long[] secrets = {};
        private boolean readable = true;

        Suspect(Chunk chunk) {
            this.chunk = chunk;
            this.from = chunk.offset();
            this.to = from + chunk.bytes().length;
        }

        void parse() {
            Chunk unread = chunk;
            if (unread == null) {
                return;
            }
            chunk = null;
            ReadDocument document = new DocumentParser(Limits.DEFAULT).parse(unread);
            readable = document.outcome().read();
            List<ScalarNode> found = new ArrayList<>();
            for (KubeObject object : document.objects()) {
                found.addAll(SecretFields.in(object));
            }
            long[] spans = new long[found.size()];
            int size = 0;
            for (ScalarNode scalar : found) {
                if (scalar.written()) {
                    spans[size++] = (from + scalar.start()) << 32 | (from + scalar.end());
                }
            }
            secrets = Arrays.copyOf(spans, size);
            Arrays.sort(secrets);
        }
    }

    private FileLines(SourceText text, int[] starts, List<Suspect> suspects) {
        this.text = text;
        this.starts = starts;
        this.suspects = suspects;
    }

    static FileLines of(String name, SourceText text) throws IOException {
        if (text.size() > Integer.MAX_VALUE - BLOCK || !text.isUnchanged()) {
            return new FileLines(text, new int[0], List.of());
        }
        int[] starts = starts(text);
        List<Suspect> suspects = new ArrayList<>();
        InputFile file = new InputFile(null, name, true, false);
        try (Documents documents = Documents.of(file, text.open(), Limits.DEFAULT)) {
            for (Chunk chunk = documents.next(); chunk != null; chunk = documents.next()) {
                if (SecretFields.mayOccurIn(chunk.bytes())) {
                    suspects.add(new Suspect(chunk));
                }
            }
        }
        return new FileLines(text, starts, suspects);
    }

    private static int[] starts(SourceText text) throws IOException {
        int[] found = new int[64];
        int lines = 1;
        byte[] buffer = new byte[(int) Math.min(text.size() + 1, BLOCK)];
        try (InputStream in = text.open()) {
            int offset = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        if (lines == found.length) {
                            found = Arrays.copyOf(found, lines * 2);
                        }
                        found[lines++] = offset + i + 1;
                    }
                }
                offset += read;
            }
        }
        return Arrays.copyOf(found, lines);
    }

    long size() {
        return text.size();
    }

    @Nullable
    SourceLine line(int number) throws IOException {
        if (number < 1 || number > starts.length) {
            return null;
        }
        int from = starts[number - 1];
        int to = number < starts.length ? starts[number] - 1 : (int) text.size();
        if (to - from > LONGEST_LINE) {
            return null;
        }
        byte[] bytes = bytes(from, to);
        int start = number == 1 && hasByteOrderMark(bytes) ? 3 : 0;
        int end = bytes.length > start && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        Spans secrets = new Spans(SecretText.ranges(line));
        for (Suspect suspect : suspects) {
            if (suspect.from < to && suspect.to > from && !addSecrets(suspect, bytes, from, start, end, secrets)) {
                return null;
            }
        }
        return SourceLine.masked(line, secrets.merged());
    }

    /** Adds a document's secrets in chars of the line; false where the document could not be read. */
    private static boolean addSecrets(Suspect suspect, byte[] bytes, int from, int start, int end, Spans secrets) {
        suspect.parse();
        for (long span : suspect.secrets) {
            int first = (int) (Math.max(span >>> 32, from + start) - from);
            int last = (int) (Math.min(span & 0xFFFF_FFFFL, from + end) - from);
            if (first < last) {
                secrets.add(chars(bytes, start, first), chars(bytes, start, last));
            }
        }
        return suspect.readable;
    }

    private static int chars(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8).length();
    }

    private static boolean hasByteOrderMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private byte[] bytes(int from, int to) throws IOException {
        if (from < blockStart || to > blockStart + block.length) {
            if (!text.isUnchanged()) {
                throw new IOException("changed since it was scanned");
            }
            block = text.read(from, BLOCK);
            blockStart = from;
        }
        int at = (int) (from - blockStart);
        return Arrays.copyOfRange(block, at, Math.min(at + to - from, block.length));
    }
}
