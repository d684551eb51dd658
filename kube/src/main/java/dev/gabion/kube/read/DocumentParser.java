package dev.gabion.kube.read;

import dev.gabion.kube.read.Chunk.Syntax;
import dev.gabion.kube.read.ReadDocument.Outcome;
import dev.gabion.kube.tree.Document;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.Position;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses cut documents. Keeps parsers and a key table, so one instance serves one thread. */
public final class DocumentParser {
    private final Limits limits;
    private final YamlTree yaml;
    private @Nullable JsonTree json;

    public DocumentParser(Limits limits) {
        this.limits = limits;
        this.yaml = new YamlTree(limits);
    }

    public ReadDocument parse(Chunk chunk) {
        Document document = new Document(chunk.file(), chunk.index(), chunk.offset(), chunk.line(), chunk.bytes());
        if (chunk.problem() != null) {
            Outcome outcome = chunk.problem().code().equals(Templates.CODE) ? Outcome.TEMPLATE : Outcome.BROKEN;
            return new ReadDocument(document, List.of(), outcome, List.of(chunk.problem()));
        }
        Problem encoding = encodingProblem(chunk);
        if (encoding != null) {
            return new ReadDocument(document, List.of(), Outcome.BROKEN, List.of(encoding));
        }
        try {
            return read(document, tree(chunk));
        } catch (SyntaxException e) {
            return broken(document, chunk, e);
        }
    }

    /** The tree of one document's text; null where it is empty. */
    public static @Nullable Node tree(byte[] text, Syntax syntax) {
        Chunk chunk = new Chunk("", 0, 0, 1, text, syntax, null);
        try {
            return new DocumentParser(Limits.DEFAULT).tree(chunk).root();
        } catch (SyntaxException e) {
            throw new IllegalArgumentException(e.text(), e);
        }
    }

    private ParsedTree tree(Chunk chunk) throws SyntaxException {
        if (chunk.syntax() == Syntax.YAML) {
            return yaml.parse(chunk.bytes());
        }
        JsonTree parser = json;
        if (parser == null) {
            parser = new JsonTree(limits);
            json = parser;
        }
        try {
            return parser.parse(chunk.bytes());
        } catch (SyntaxException e) {
            if (chunk.syntax() == Syntax.SNIFFED) {
                return yaml.parse(chunk.bytes());
            }
            throw e;
        }
    }

    private static ReadDocument read(Document document, ParsedTree tree) {
        if (tree.root() == null) {
            return new ReadDocument(document, List.of(), Outcome.EMPTY, List.of());
        }
        List<KubeObject> objects = ObjectFinder.find(document, tree.root());
        List<Problem> problems = new ArrayList<>();
        for (ParsedTree.Duplicate duplicate : tree.duplicates()) {
            Position place = document.position(duplicate.offset());
            problems.add(new Problem(
                    Problem.Level.WARNING,
                    "duplicateKey",
                    document.file(),
                    place.line(),
                    place.column(),
                    "the key \"" + duplicate.key() + "\" stands twice in this map; the last one counts",
                    "remove one of them"));
        }
        return new ReadDocument(document, objects, objects.isEmpty() ? Outcome.OTHER : Outcome.OBJECTS, problems);
    }

    private static ReadDocument broken(Document document, Chunk chunk, SyntaxException e) {
        int line = e.line() == 0 ? chunk.line() : chunk.line() + e.line() - 1;
        boolean template = Templates.hasBraces(chunk.bytes());
        Problem problem = template
                ? Templates.notRendered(chunk.file(), line, Math.max(e.column(), 1))
                : new Problem(
                        Problem.Level.ERROR,
                        e.code(),
                        chunk.file(),
                        line,
                        Math.max(e.column(), 1),
                        e.text(),
                        e.remedy());
        return new ReadDocument(document, List.of(), template ? Outcome.TEMPLATE : Outcome.BROKEN, List.of(problem));
    }

    private static @Nullable Problem encodingProblem(Chunk chunk) {
        byte[] bytes = chunk.bytes();
        boolean ascii = true;
        for (byte b : bytes) {
            if (b < 0) {
                ascii = false;
                break;
            }
        }
        if (ascii) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(in);
            return null;
        } catch (CharacterCodingException e) {
            Document place = new Document(chunk.file(), chunk.index(), chunk.offset(), chunk.line(), bytes);
            Position at = place.position(invalidAt(bytes));
            return new Problem(
                    Problem.Level.ERROR,
                    "encoding",
                    chunk.file(),
                    at.line(),
                    at.column(),
                    "the text is not valid UTF-8",
                    "save the file as UTF-8");
        }
    }

    private static int invalidAt(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        decoder.decode(in, CharBuffer.allocate(bytes.length), true);
        return Math.min(in.position(), bytes.length - 1);
    }
}
