package dev.gabion.kube.read;

import dev.gabion.kube.tree.Excerpt;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Builds the tree of one JSON value from Jackson's tokens. */
final class JsonTree {
    private static final String REMEDY = "check the JSON around this place";
    private static final int LONGEST_NUMBER = 1_000;

    private final Limits limits;
    private final JsonFactory factory;

    JsonTree(Limits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth() + 1)
                        .maxStringLength(limits.documentBytes())
                        .maxNameLength(limits.documentBytes())
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build();
    }

    /** A parser with this tree's limits over text that is not held as a whole. */
    JsonParser parser(InputStream in) {
        return factory.createParser(ObjectReadContext.empty(), in);
    }

    /** The value whose first token the parser stands on. Its keys have no end: their text is not at hand. */
    Node value(JsonParser parser) throws SyntaxException {
        return build(parser, parser.currentToken(), null, new DuplicateKeys());
    }

    ParsedTree parse(byte[] utf8) throws SyntaxException {
        DuplicateKeys duplicates = new DuplicateKeys();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), utf8)) {
            JsonToken first = parser.nextToken();
            Node root = first == null ? null : build(parser, first, utf8, duplicates);
            if (parser.nextToken() != null) {
                throw new SyntaxException("jsonSyntax", start(parser), "something follows the value", REMEDY);
            }
            return new ParsedTree(root instanceof ScalarNode s && s.isNull() ? null : root, duplicates);
        } catch (StreamConstraintsException e) {
            throw failure("valueTooLarge", e, String.valueOf(e.getOriginalMessage()));
        } catch (JacksonException e) {
            throw failure("jsonSyntax", e, String.valueOf(e.getOriginalMessage()));
        }
    }

    private static SyntaxException failure(String code, JacksonException e, String message) {
        TokenStreamLocation place = e.getLocation();
        int offset = place == null ? 0 : (int) Math.max(0, place.getByteOffset());
        return new SyntaxException(code, offset, Excerpt.message(message).replaceAll("\\s+", " "), REMEDY);
    }

    private static final class Frame {
        final MapNode.@Nullable Builder map;
        final List<Node> items = new ArrayList<>();
        final int start;
        String key = "";
        int keyStart;
        int keyEnd;

        Frame(boolean isMap, int start) {
            this.map = isMap ? MapNode.builder() : null;
            this.start = start;
        }

        void add(Node node, DuplicateKeys duplicates) {
            MapNode.Builder entries = map;
            if (entries == null) {
                items.add(node);
                return;
            }
            if (entries.indexOf(key) >= 0) {
                duplicates.add(key, keyStart);
            }
            entries.put(key, keyStart, keyEnd, node);
        }

        Node close(int end) {
            MapNode.Builder entries = map;
            return entries == null ? new ListNode(start, end, items.toArray(Node[]::new)) : entries.build(start, end);
        }
    }

    private Node build(JsonParser parser, JsonToken first, byte @Nullable [] utf8, DuplicateKeys duplicates)
            throws SyntaxException {
        Deque<Frame> open = new ArrayDeque<>();
        int nodes = 0;
        for (JsonToken token = first; ; token = parser.nextToken()) {
            int start = start(parser);
            Node done = switch (token) {
                case START_OBJECT, START_ARRAY -> {
                    requireDepth(open.size(), start);
                    open.push(new Frame(token == JsonToken.START_OBJECT, start));
                    yield null;
                }
                case PROPERTY_NAME -> {
                    Frame frame = open.element();
                    frame.key = parser.currentName();
                    frame.keyStart = start;
                    frame.keyEnd = utf8 == null ? start : keyEnd(utf8, start);
                    yield null;
                }
                case END_OBJECT, END_ARRAY -> open.pop().close(end(parser));
                default -> new ScalarNode(start, end(parser), scalar(parser, token));
            };
            if (done != null) {
                if (nodes++ == limits.nodes()) {
                    throw SyntaxException.tooManyValues(start, limits);
                }
                Frame outer = open.peek();
                if (outer == null) {
                    return done;
                }
                outer.add(done, duplicates);
            }
        }
    }

    private void requireDepth(int open, int offset) throws SyntaxException {
        if (open >= limits.depth()) {
            throw SyntaxException.tooDeep(offset, limits);
        }
    }

    private static int start(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    /** Byte after a key's closing quote; Jackson has read on to the value by the time it tells of the key. */
    private static int keyEnd(byte[] utf8, int start) {
        int i = start + 1;
        while (utf8[i] != '"') {
            i += utf8[i] == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    /** Byte after the current token; a string token is finished first, for Jackson reads lazily. */
    private static int end(JsonParser parser) {
        parser.finishToken();
        return (int) parser.currentLocation().getByteOffset();
    }

    private static @Nullable Object scalar(JsonParser parser, JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? (Object) parser.getDoubleValue()
                        : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            default -> throw new IllegalStateException("not a scalar: " + token);
        };
    }
}
