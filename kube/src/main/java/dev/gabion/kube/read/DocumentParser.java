package dev.gabion.kube.read;

import dev.gabion.kube.read.Chunk.Syntax;
import dev.gabion.kube.read.ReadDocument.Outcome;
import dev.gabion.kube.tree.Document;
import dev.gabion.kube.tree.Excerpt;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.Position;
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
        Document document = new Document(chunk.file(), chunk.index(), chunk.offset(), chunk.start(), chunk.bytes());
        if (chunk.problem() != null) {
            Outcome outcome = chunk.problem().code().equals(Templates.CODE) ? Outcome.TEMPLATE : Outcome.BROKEN;
            return new ReadDocument(document, List.of(), outcome, List.of(chunk.problem()));
        }
        try {
            requireUtf8(chunk.bytes());
            return read(document, tree(chunk));
        } catch (SyntaxException e) {
            return broken(document, chunk, e);
        }
    }

    /** The tree of one document's text; null where it is empty. */
    public static @Nullable Node tree(byte[] text, Syntax syntax) {
        Chunk chunk = new Chunk("", 0, 0, Position.FIRST, text, syntax, null);
        try {
            return new DocumentParser(Limits.DEFAULT).tree(chunk).root();
        } catch (SyntaxException e) {
            throw new IllegalArgumentException(e.text(), e);
        }
    }

    private static void requireUtf8(byte[] text) throws SyntaxException {
        int invalid = Utf8.invalidAt(text);
        if (invalid >= 0) {
            throw new SyntaxException("encoding", invalid, "the text is not valid UTF-8", "save the file as UTF-8");
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

    private static ReadDocument read(Document document, ParsedTree tree) throws SyntaxException {
        if (tree.root() == null) {
            return new ReadDocument(document, List.of(), Outcome.EMPTY, List.of());
        }
        List<KubeObject> objects = ObjectFinder.find(document, tree.root());
        Outcome outcome = objects.isEmpty() ? Outcome.OTHER : Outcome.OBJECTS;
        return new ReadDocument(document, objects, outcome, duplicates(document, tree.duplicates()));
    }

    private static List<Problem> duplicates(Document document, DuplicateKeys keys) {
        List<Problem> problems = new ArrayList<>();
        for (DuplicateKeys.Place duplicate : keys.told()) {
            String untold = problems.size() == keys.told().size() - 1 && keys.untold() > 0
                    ? "; so do " + keys.untold() + " more keys of this document"
                    : "";
            problems.add(problem(
                    Problem.Level.WARNING,
                    "duplicateKey",
                    document,
                    duplicate.offset(),
                    "the key \"" + Excerpt.of(duplicate.key()) + "\" stands twice in this map; the last one counts"
                            + untold,
                    "remove one of them"));
        }
        return problems;
    }

    private static ReadDocument broken(Document document, Chunk chunk, SyntaxException e) {
        boolean template = Templates.hasBraces(chunk.bytes());
        int offset = Math.min(e.offset(), visibleEnd(chunk.bytes()));
        Problem problem = template
                ? Templates.notRendered(chunk.file(), document.position(offset))
                : problem(Problem.Level.ERROR, e.code(), document, offset, e.text(), e.remedy());
        return new ReadDocument(document, List.of(), template ? Outcome.TEMPLATE : Outcome.BROKEN, List.of(problem));
    }

    /** What a parser misses at the end of a document is missing after its last word, not in the next document. */
    private static int visibleEnd(byte[] text) {
        int end = text.length;
        while (end > 0 && Window.isBlank(text[end - 1])) {
            end--;
        }
        return end;
    }

    private static Problem problem(
            Problem.Level level, String code, Document document, int offset, String message, String remedy) {
        Position place = document.position(offset);
        return new Problem(level, code, document.file(), place.line(), place.column(), message, remedy);
    }
}
