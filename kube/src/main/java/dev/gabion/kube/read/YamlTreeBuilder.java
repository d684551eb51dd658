package dev.gabion.kube.read;

import dev.gabion.kube.tree.Excerpt;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;

/** Builds the tree of one YAML document from parser events: iterative, bounded in depth and in alias expansion. */
final class YamlTreeBuilder {
    private final ParserImpl parser;
    private final byte[] utf8;
    private final Limits limits;
    private final KeyTable keys;
    private final ByteOffsets offsets;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final DuplicateKeys duplicates = new DuplicateKeys();
    private long gained;
    private int nodes;
    private int reached;
    private @Nullable Node root;

    YamlTreeBuilder(ParserImpl parser, byte[] utf8, Limits limits, KeyTable keys) {
        this.parser = parser;
        this.utf8 = utf8;
        this.limits = limits;
        this.keys = keys;
        this.offsets = new ByteOffsets(utf8);
    }

    /** An anchored node, its size and height with every alias inside it followed. */
    private record Anchored(Node node, long size, int height) {
        /** Stands for a collection that is not closed yet. */
        static final Anchored OPEN = new Anchored(MapNode.EMPTY, 0, 0);
    }

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

        /** Explicit keys win over merged ones, and earlier merged maps over later. */
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

    ParsedTree build() throws SyntaxException {
        int documents = 0;
        for (Event event = next(); event != null; event = next()) {
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

    /** The next event, or null at the end. Some malformed escapes make the parser fail in ways of its own. */
    private @Nullable Event next() throws SyntaxException {
        try {
            Event event = parser.hasNext() ? parser.next() : null;
            reached = event == null ? reached : offsets.at(end(event));
            return event;
        } catch (YamlEngineException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new SyntaxException(
                    "yamlSyntax",
                    reached,
                    "what follows cannot be parsed",
                    "check the quotes and escapes after this place");
        }
    }

    private void scalar(ScalarEvent event) throws SyntaxException {
        int start = offsets.at(start(event));
        int end = isBlock(event.getScalarStyle()) ? blockEnd(event, start) : offsets.at(end(event));
        ScalarNode node = new ScalarNode(start, end, valueOf(event));
        event.getAnchor().ifPresent(a -> anchors.put(a.getValue(), new Anchored(node, 1, 0)));
        Frame frame = open.peek();
        if (frame != null && frame.wantsKey()) {
            frame.key(keys.intern(String.valueOf(node.value())), isMerge(event), start, end);
        } else {
            add(event, node, 1, 0, end);
        }
    }

    private static boolean isBlock(ScalarStyle style) {
        return style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
    }

    /** A block scalar's last line breaks are no more part of its span than those after any other value. */
    private int blockEnd(ScalarEvent event, int start) {
        int end = offsets.at(end(event));
        while (end > start && Window.isBlank(utf8[end - 1])) {
            end--;
        }
        return end;
    }

    private static boolean isMerge(ScalarEvent key) {
        return key.isPlain() && key.getValue().equals("<<") && key.getTag().isEmpty();
    }

    private static @Nullable Object valueOf(ScalarEvent event) {
        String tag = event.getTag().orElse(null);
        if (tag == null) {
            return event.isPlain() ? PlainScalars.resolve(event.getValue()) : event.getValue();
        }
        return switch (tag) {
            case "tag:yaml.org,2002:int",
                    "tag:yaml.org,2002:float",
                    "tag:yaml.org,2002:bool",
                    "tag:yaml.org,2002:null" -> PlainScalars.resolve(event.getValue());
            case "tag:yaml.org,2002:binary" -> decoded(event.getValue());
            default -> event.getValue();
        };
    }

    /** The text behind base64, as tooling passes it on, or the base64 itself where there is no text behind it. */
    private static String decoded(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.replaceAll("[\r\n]", ""));
            return Utf8.invalidAt(bytes) < 0 ? new String(bytes, StandardCharsets.UTF_8) : base64;
        } catch (IllegalArgumentException e) {
            return base64;
        }
    }

    private void open(CollectionStartEvent event, boolean isMap) throws SyntaxException {
        requirePlaceForCollection(event);
        if (open.size() >= limits.depth()) {
            throw tooDeep(event);
        }
        String anchor = event.getAnchor().map(Anchor::getValue).orElse(null);
        if (anchor != null) {
            anchors.put(anchor, Anchored.OPEN);
        }
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
        int end = frame.flow ? flowEnd(event, frame) : frame.end;
        Node node = frame.close(end);
        if (frame.anchor != null) {
            anchors.put(frame.anchor, new Anchored(node, frame.size, frame.height));
        }
        add(event, node, frame.size, frame.height, end);
    }

    /** The end of a flow collection; a pair in a list, {@code [a: b]}, has no bracket of its own. */
    private int flowEnd(Event event, Frame frame) {
        int end = offsets.at(end(event));
        boolean isPair = frame.map != null && (end == 0 || utf8[end - 1] != '}');
        return isPair ? frame.end : end;
    }

    private void alias(AliasEvent event) throws SyntaxException {
        Frame frame = open.peek();
        Anchored target = target(event);
        if (frame != null && frame.wantsKey()) {
            aliasKey(frame, event, target);
            return;
        }
        gain(event, target.size);
        if (open.size() + target.height > limits.depth()) {
            throw tooDeep(event);
        }
        add(event, target.node, target.size, target.height, offsets.at(end(event)));
    }

    @SuppressWarnings("ReferenceEquality") // one object stands for every open collection
    private Anchored target(AliasEvent event) throws SyntaxException {
        Anchored target = anchors.get(event.getAlias().getValue());
        String name = Excerpt.of(event.getAlias().getValue());
        if (target == null) {
            throw at(event, "yamlAlias", "the alias *" + name + " has no anchor before it", "define the anchor");
        }
        if (target == Anchored.OPEN) {
            throw at(event, "yamlAlias", "the value of &" + name + " contains itself", "write the inner part out");
        }
        return target;
    }

    /** Counts nodes that an alias or a merge adds to those written. */
    private void gain(Event event, long nodes) throws SyntaxException {
        gained += nodes;
        if (gained > limits.aliasedNodes()) {
            throw at(
                    event,
                    "yamlAliasBomb",
                    "aliases and merge keys expand to more than " + limits.aliasedNodes() + " nodes",
                    "write the repeated parts out, or remove the nested anchors");
        }
    }

    private void aliasKey(Frame frame, AliasEvent event, Anchored target) throws SyntaxException {
        if (!(target.node instanceof ScalarNode scalar)) {
            throw at(event, "yamlKey", "a map or list stands where a key belongs", "quote the key");
        }
        frame.key(String.valueOf(scalar.value()), false, offsets.at(start(event)), offsets.at(end(event)));
    }

    private void add(Event event, Node node, long size, int height, int end) throws SyntaxException {
        if (nodes++ == limits.nodes()) {
            throw SyntaxException.tooManyValues(offsets.at(start(event)), limits);
        }
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
            duplicates.add(key, frame.pendingStart);
        }
        map.put(key, frame.pendingStart, frame.pendingEnd, node);
    }

    private void merge(Event event, Frame frame, Node node) throws SyntaxException {
        List<Node> sources = node instanceof ListNode list ? List.of(list.toArray()) : List.of(node);
        for (Node source : sources) {
            if (!(source instanceof MapNode map)) {
                throw at(event, "yamlMerge", "the merge key << wants a map or a list of maps", "quote \"<<\"");
            }
            gain(event, map.size());
            frame.merged.add(map);
        }
    }

    private SyntaxException tooDeep(Event event) {
        return SyntaxException.tooDeep(offsets.at(start(event)), limits);
    }

    private SyntaxException at(Event event, String code, String message, String remedy) {
        return new SyntaxException(code, offsets.at(start(event)), message, remedy);
    }

    private static int start(Event event) {
        return event.getStartMark().map(Mark::getIndex).orElse(0);
    }

    private static int end(Event event) {
        return event.getEndMark().map(Mark::getIndex).orElse(0);
    }
}
