package dev.gabion.kube.read;

import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Builds the tree of one YAML document from parser events: iterative, bounded in depth and in alias expansion. */
final class YamlTree {
    private static final String INDENT_REMEDY = "check the indentation and quoting around this line";

    private final Limits limits;
    private final LoadSettings settings;
    private final Map<String, String> keyTable = new HashMap<>();

    YamlTree(Limits limits) {
        this.limits = limits;
        this.settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setUseMarks(true)
                .setParseComments(false)
                .build();
    }

    ParsedTree parse(byte[] utf8) throws SyntaxException {
        String text = new String(utf8, StandardCharsets.UTF_8);
        try {
            return new Build(utf8, text).run();
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().orElse(e.getContextMark().orElse(null));
            String problem = e.getProblem() == null ? "cannot be parsed" : e.getProblem();
            throw new SyntaxException(
                    "yamlSyntax",
                    mark == null ? 0 : mark.getLine() + 1,
                    mark == null ? 0 : mark.getColumn() + 1,
                    oneLine(problem),
                    INDENT_REMEDY);
        } catch (ReaderException e) {
            throw unprintable(text, e);
        } catch (YamlEngineException e) {
            throw new SyntaxException("yamlSyntax", 0, 0, oneLine(String.valueOf(e.getMessage())), INDENT_REMEDY);
        }
    }

    private static SyntaxException unprintable(String text, ReaderException e) {
        int at = 0;
        while (at < text.length() && StreamReader.isPrintable(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        int line = 1;
        int column = 1;
        for (int i = 0; i < at; i++) {
            column = text.charAt(i) == '\n' ? 1 : column + 1;
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        String message = "the character U+%04X is not allowed in YAML".formatted(e.getCodePoint());
        return new SyntaxException("yamlCharacter", line, column, message, "remove it, or escape it in double quotes");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** An anchored node, its size and height with every alias inside it followed. */
    private record Anchored(Node node, long size, int height) {}

    /** A map or list whose items are still coming. */
    private static final class Frame {
        final MapNode.@Nullable Builder map;
        final boolean flow;
        final int start;
        final @Nullable String anchor;
        final List<Node> items = new ArrayList<>();
        final List<MapNode> merged = new ArrayList<>();

        @Nullable
        String pendingKey;

        boolean pendingMerge;
        int pendingStart;
        int pendingEnd;
        int end;
        long size = 1;
        int height = 1;

        Frame(boolean isMap, boolean flow, int start, @Nullable String anchor) {
            this.map = isMap ? MapNode.builder() : null;
            this.flow = flow;
            this.start = start;
            this.anchor = anchor;
            this.end = start;
        }

        boolean wantsKey() {
            return map != null && pendingKey == null;
        }

        void key(String name, boolean merge, int from, int to) {
            pendingKey = name;
            pendingMerge = merge;
            pendingStart = from;
            pendingEnd = to;
        }

        Node close(int at) {
            MapNode.Builder entries = map;
            if (entries == null) {
                return new ListNode(start, at, items.toArray(Node[]::new));
            }
            for (MapNode source : merged) {
                for (int i = 0; i < source.size(); i++) {
                    if (entries.indexOf(source.key(i)) < 0) {
                        entries.copy(source, i, source.value(i));
                    }
                }
            }
            return entries.build(start, at);
        }
    }

    private final class Build {
        private final ParserImpl parser;
        private final ByteOffsets offsets;
        private final Deque<Frame> open = new ArrayDeque<>();
        private final Map<String, Anchored> anchors = new HashMap<>();
        private final List<ParsedTree.Duplicate> duplicates = new ArrayList<>();
        private long aliased;
        private @Nullable Node root;

        Build(byte[] utf8, String text) {
            this.parser = new ParserImpl(settings, new StreamReader(settings, text));
            this.offsets = new ByteOffsets(utf8, text.length() == utf8.length);
        }

        ParsedTree run() throws SyntaxException {
            int documents = 0;
            while (parser.hasNext()) {
                Event event = parser.next();
                switch (event.getEventId()) {
                    case Scalar -> scalar((ScalarEvent) event);
                    case SequenceStart -> open((CollectionStartEvent) event, false);
                    case MappingStart -> open((CollectionStartEvent) event, true);
                    case SequenceEnd, MappingEnd -> close(event);
                    case Alias -> alias((AliasEvent) event);
                    case DocumentStart -> {
                        if (documents++ > 0) {
                            throw at(event, "yamlSyntax", "more than one document", "separate documents with ---");
                        }
                    }
                    case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
                }
            }
            Node found = root;
            boolean empty = found == null || (found instanceof ScalarNode s && s.isNull());
            return new ParsedTree(empty ? null : found, duplicates);
        }

        private void scalar(ScalarEvent event) throws SyntaxException {
            int start = offsets.at(start(event));
            int end = offsets.at(end(event));
            Frame frame = open.peek();
            if (frame != null && frame.wantsKey()) {
                Object key = valueOf(event);
                frame.key(intern(String.valueOf(key)), event.isPlain() && "<<".equals(key), start, end);
                return;
            }
            Node node = new ScalarNode(start, end, valueOf(event));
            event.getAnchor().ifPresent(a -> anchors.put(a.getValue(), new Anchored(node, 1, 0)));
            add(event, node, 1, 0, end);
        }

        private String intern(String key) {
            return keyTable.size() < 20_000 ? keyTable.computeIfAbsent(key, k -> k) : key;
        }

        private @Nullable Object valueOf(ScalarEvent event) {
            String tag = event.getTag().orElse(null);
            if (tag == null) {
                return event.isPlain() ? PlainScalars.resolve(event.getValue()) : event.getValue();
            }
            return switch (tag) {
                case "tag:yaml.org,2002:int",
                        "tag:yaml.org,2002:float",
                        "tag:yaml.org,2002:bool",
                        "tag:yaml.org,2002:null" -> PlainScalars.resolve(event.getValue());
                default -> event.getValue();
            };
        }

        private void open(CollectionStartEvent event, boolean isMap) throws SyntaxException {
            requirePlaceForCollection(event);
            if (open.size() >= limits.depth()) {
                throw tooDeep(event);
            }
            String anchor = event.getAnchor().map(Anchor::getValue).orElse(null);
            open.push(new Frame(isMap, event.isFlow(), offsets.at(start(event)), anchor));
        }

        private void requirePlaceForCollection(Event event) throws SyntaxException {
            Frame frame = open.peek();
            if (frame != null && frame.wantsKey()) {
                throw at(event, "yamlKey", "a map or list stands where a key belongs", "quote the key");
            }
        }

        private void close(Event event) throws SyntaxException {
            Frame frame = open.pop();
            int end = frame.flow ? offsets.at(end(event)) : frame.end;
            Node node = frame.close(end);
            if (frame.anchor != null) {
                anchors.put(frame.anchor, new Anchored(node, frame.size, frame.height));
            }
            add(event, node, frame.size, frame.height, end);
        }

        private void alias(AliasEvent event) throws SyntaxException {
            Frame frame = open.peek();
            String name = event.getAlias().getValue();
            Anchored target = anchors.get(name);
            if (target == null) {
                throw at(event, "yamlAlias", "the alias *" + name + " has no anchor before it", "define &" + name);
            }
            if (frame != null && frame.wantsKey()) {
                aliasKey(frame, event, target);
                return;
            }
            aliased += target.size;
            if (aliased > limits.aliasedNodes()) {
                throw at(
                        event,
                        "yamlAliasBomb",
                        "aliases expand to more than " + limits.aliasedNodes() + " nodes",
                        "write the repeated parts out, or remove the nested anchors");
            }
            if (open.size() + target.height > limits.depth()) {
                throw tooDeep(event);
            }
            add(event, target.node, target.size, target.height, offsets.at(end(event)));
        }

        private void aliasKey(Frame frame, AliasEvent event, Anchored target) throws SyntaxException {
            if (!(target.node instanceof ScalarNode scalar)) {
                throw at(event, "yamlKey", "a map or list stands where a key belongs", "quote the key");
            }
            frame.key(String.valueOf(scalar.value()), false, offsets.at(start(event)), offsets.at(end(event)));
        }

        private void add(Event event, Node node, long size, int height, int end) throws SyntaxException {
            Frame frame = open.peek();
            if (frame == null) {
                root = node;
                return;
            }
            frame.size += size;
            frame.height = Math.max(frame.height, height + 1);
            frame.end = Math.max(frame.end, end);
            MapNode.Builder map = frame.map;
            String key = frame.pendingKey;
            if (map == null || key == null) {
                frame.items.add(node);
                return;
            }
            frame.pendingKey = null;
            frame.end = Math.max(frame.end, frame.pendingEnd);
            if (frame.pendingMerge) {
                merge(event, frame, node);
                return;
            }
            if (map.indexOf(key) >= 0) {
                duplicates.add(new ParsedTree.Duplicate(key, frame.pendingStart));
            }
            map.put(key, frame.pendingStart, frame.pendingEnd, node);
        }

        private void merge(Event event, Frame frame, Node node) throws SyntaxException {
            if (node instanceof MapNode map) {
                frame.merged.add(map);
                return;
            }
            if (!(node instanceof ListNode list)) {
                throw at(event, "yamlMerge", "the merge key << wants a map or a list of maps", "quote \"<<\"");
            }
            for (Node item : list) {
                if (!(item instanceof MapNode map)) {
                    throw at(event, "yamlMerge", "the merge key << wants a map or a list of maps", "quote \"<<\"");
                }
                frame.merged.add(map);
            }
        }

        private SyntaxException tooDeep(Event event) {
            return at(
                    event,
                    "tooDeep",
                    "nested deeper than " + limits.depth() + " levels",
                    "no Kubernetes object is; check how this file was made");
        }

        private SyntaxException at(Event event, String code, String message, String remedy) {
            int line = event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
            int column = event.getStartMark().map(Mark::getColumn).orElse(-1) + 1;
            return new SyntaxException(code, line, column, message, remedy);
        }

        private int start(Event event) {
            return event.getStartMark().map(Mark::getIndex).orElse(0);
        }

        private int end(Event event) {
            return event.getEndMark().map(Mark::getIndex).orElse(0);
        }
    }
}
