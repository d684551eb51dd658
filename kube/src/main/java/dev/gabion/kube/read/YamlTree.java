package dev.gabion.kube.read;

import dev.gabion.kube.tree.Excerpt;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Parses one YAML document into a tree, and tells what snakeyaml has against it in our own terms. */
final class YamlTree {
    private static final String INDENT_REMEDY = "check the indentation and quoting around this line";
    /** What snakeyaml reads at a time. It copies all it has of a token at every read. */
    private static final int BUFFER = 1024;
    /** How often at most a token as long as the document may be copied. */
    private static final int MOST_COPIES = 16;

    private final Limits limits;
    private final LoadSettings settings = settings(BUFFER);
    private final KeyTable keys = new KeyTable();

    YamlTree(Limits limits) {
        this.limits = limits;
    }

    private static LoadSettings settings(int buffer) {
        return LoadSettings.builder()
                .setBufferSize(buffer)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setUseMarks(true)
                .setParseComments(false)
                .build();
    }

    ParsedTree parse(byte[] utf8) throws SyntaxException {
        String text = new String(utf8, StandardCharsets.UTF_8);
        int buffer = text.length() / MOST_COPIES;
        LoadSettings own = buffer > BUFFER ? settings(buffer) : settings;
        try {
            ParserImpl parser = new ParserImpl(own, new StreamReader(own, text));
            return new YamlTreeBuilder(parser, utf8, limits, keys).build();
        } catch (MarkedYamlEngineException e) {
            throw malformed(utf8, e);
        } catch (ReaderException e) {
            throw unprintable(utf8, text, e);
        } catch (YamlVersionException e) {
            throw new SyntaxException("yamlSyntax", 0, "the %YAML line asks for another version", "write %YAML 1.2");
        } catch (YamlEngineException e) {
            throw new SyntaxException("yamlSyntax", 0, oneLine(String.valueOf(e.getMessage())), INDENT_REMEDY);
        }
    }

    private static SyntaxException malformed(byte[] utf8, MarkedYamlEngineException e) {
        @Nullable Mark mark = e.getProblemMark().orElse(e.getContextMark().orElse(null));
        int offset = mark == null ? 0 : new ByteOffsets(utf8).at(mark.getIndex());
        String problem = e.getProblem() == null ? "cannot be parsed" : oneLine(e.getProblem());
        return new SyntaxException("yamlSyntax", offset, problem, INDENT_REMEDY);
    }

    private static SyntaxException unprintable(byte[] utf8, String text, ReaderException e) {
        int codePoints = 0;
        int at = 0;
        while (at < text.length() && StreamReader.isPrintable(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
            codePoints++;
        }
        String message = "the character U+%04X is not allowed in YAML".formatted(e.getCodePoint());
        int offset = new ByteOffsets(utf8).at(codePoints);
        return new SyntaxException("yamlCharacter", offset, message, "remove it, or escape it in double quotes");
    }

    private static String oneLine(String text) {
        return Excerpt.message(text).replaceAll("\\s+", " ").strip();
    }
}
