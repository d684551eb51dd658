package dev.gabion.controls.catalogue;

import dev.gabion.cel.eval.CheckedExpression;
import dev.gabion.cel.eval.ExpressionFormat;
import dev.gabion.finding.ControlDescription;
import dev.gabion.finding.Mappings;
import dev.gabion.finding.Severity;
import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A compiled catalogue as one file: magic, format version, checksum, a table of strings, then the controls. Strings and
 * programs are decoded when asked for, so opening costs little more than reading the file.
 */
public final class CatalogueFormat {
    private static final int MAGIC = 0x47424E43;
    private static final int VERSION = 2;
    private static final int HEADER = 16;

    private CatalogueFormat() {}

    /** A file that is no catalogue, of another format version, or damaged. */
    public static final class DamagedException extends IOException {
        DamagedException(Path file, String why) {
            super(file + ": " + why + "; build or install Gabion again");
        }
    }

    public static void write(Path file, List<Control> controls) throws IOException {
        StringTable table = new StringTable();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ControlWriter writer = new ControlWriter(body, table);
        writer.out.number(controls.size());
        controls.forEach(writer::control);
        byte[] strings = table.bytes();
        ByteBuffer content = ByteBuffer.allocate(4 + strings.length + body.size());
        content.putInt(strings.length).put(strings).put(body.toByteArray());
        CRC32 crc = new CRC32();
        crc.update(content.array());
        ByteBuffer all = ByteBuffer.allocate(HEADER + content.capacity());
        all.putInt(MAGIC).putInt(VERSION).putLong(crc.getValue()).put(content.array());
        Files.write(file, all.array());
    }

    public static Catalogue read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER + 4 || in.getInt() != MAGIC) {
            throw new DamagedException(file, "not a catalogue");
        }
        int version = in.getInt();
        if (version != VERSION) {
            throw new DamagedException(file, "catalogue format " + version + ", this program reads " + VERSION);
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, HEADER, bytes.length - HEADER);
        if (in.getLong() != crc.getValue()) {
            throw new DamagedException(file, "checksum differs");
        }
        int stringBytes = in.getInt();
        Strings strings = new Strings(in.slice(in.position(), stringBytes));
        in.position(in.position() + stringBytes);
        return new ControlReader(in.slice(), strings).catalogue();
    }

    /** Collects strings for writing: count, then per string its length in two bytes and its UTF-8. */
    private static final class StringTable {
        private final Map<String, Integer> index = new LinkedHashMap<>();

        int add(String text) {
            Integer known = index.putIfAbsent(text, index.size());
            return known == null ? index.size() - 1 : known;
        }

        byte[] bytes() {
            List<byte[]> all = index.keySet().stream()
                    .map(s -> s.getBytes(StandardCharsets.UTF_8))
                    .toList();
            int total = all.stream().mapToInt(b -> b.length).sum();
            ByteBuffer out = ByteBuffer.allocate(4 + 4 * (all.size() + 1) + total);
            out.putInt(all.size());
            int at = 0;
            for (byte[] text : all) {
                out.putInt(at);
                at += text.length;
            }
            out.putInt(at);
            all.forEach(out::put);
            return out.array();
        }
    }

    /** Decodes strings on demand. */
    private static final class Strings {
        private final ByteBuffer in;
        private final @Nullable String[] known;
        private final int base;

        Strings(ByteBuffer in) {
            this.in = in;
            this.known = new @Nullable String[in.getInt(0)];
            this.base = 4 + 4 * (known.length + 1);
        }

        String get(int i) {
            String text = known[i];
            if (text == null) {
                int from = in.getInt(4 + 4 * i);
                int to = in.getInt(8 + 4 * i);
                byte[] bytes = new byte[to - from];
                in.get(base + from, bytes);
                text = new String(bytes, StandardCharsets.UTF_8);
                known[i] = text;
            }
            return text;
        }
    }

    private static final class ControlWriter {
        private final ByteArrayOutputStream bytes;
        private final StringTable table;
        private final ExpressionFormat.Writer out;

        ControlWriter(ByteArrayOutputStream bytes, StringTable table) {
            this.bytes = bytes;
            this.table = table;
            this.out = new ExpressionFormat.Writer(bytes, table::add);
        }

        void control(Control control) {
            head(control.head());
            section(w -> w.program(control.program()));
            section(w -> w.description(control.description()));
        }

        private void head(Control.Head head) {
            out.text(head.id());
            out.text(head.severity().word());
            out.text(head.scope().word());
            out.number((head.enabled() ? 1 : 0) | (head.isJava() ? 2 : 0));
            out.text(head.digest());
            out.number(head.match().size());
            for (KindMatch match : head.match()) {
                texts(match.groups());
                texts(match.kinds());
            }
            texts(head.components());
            texts(head.needs().stream().map(Need::toString).toList());
            node(head.params());
            pss(head.pss());
        }

        private void pss(@Nullable PodSecurityCheck pss) {
            out.number(pss == null ? 0 : 1);
            if (pss == null) {
                return;
            }
            out.text(pss.check());
            out.text(pss.level());
            out.text(pss.twin() == null ? "" : pss.twin());
            out.number(pss.revisions().size());
            for (PodSecurityCheck.Revision revision : pss.revisions()) {
                out.number(revision.fromMinor());
                node(revision.params());
            }
        }

        /** A length in front, so that a reader can pass over it. */
        private void section(Consumer<ControlWriter> content) {
            ControlWriter inner = new ControlWriter(new ByteArrayOutputStream(), table);
            content.accept(inner);
            out.number(inner.bytes.size());
            bytes.writeBytes(inner.bytes.toByteArray());
        }

        private void program(Program program) {
            expression(program.appliesWhen());
            out.number(program.rules().size());
            for (Rule rule : program.rules()) {
                out.text(rule.path().toString());
                out.number(rule.offendsWhen() ? 1 : 0);
                expression(rule.expression());
            }
            out.number(program.message().parts().size());
            for (MessageTemplate.Part part : program.message().parts()) {
                out.text(part.text());
                expression(part.hole());
            }
            out.number(program.fix().size());
            for (FixTemplate fix : program.fix()) {
                out.text(fix.op());
                out.text(fix.path().toString());
                out.number(fix.value() == null ? 0 : 1);
                if (fix.value() != null) {
                    node(fix.value());
                }
            }
        }

        private void expression(@Nullable CheckedExpression expression) {
            out.number(expression == null ? 0 : 1);
            if (expression != null) {
                out.text(expression.source());
                out.text(expression.type());
                out.number(expression.slots());
                out.write(expression.root());
            }
        }

        private void description(ControlDescription d) {
            for (String text : List.of(d.title(), d.severityReason(), d.rationale(), d.remedy(), d.docs())) {
                out.text(text);
            }
            Mappings m = d.mappings();
            for (List<String> list : List.of(m.nsa(), m.cis(), m.pss(), m.psa(), m.mitre(), m.rbac())) {
                texts(list);
            }
        }

        private void texts(List<String> texts) {
            out.number(texts.size());
            texts.forEach(out::text);
        }

        private void node(Node node) {
            switch (node) {
                case MapNode map -> {
                    bytes.write('m');
                    out.number(map.size());
                    for (int i = 0; i < map.size(); i++) {
                        out.text(map.key(i));
                        node(map.value(i));
                    }
                }
                case ListNode list -> {
                    bytes.write('l');
                    out.number(list.size());
                    list.forEach(this::node);
                }
                case ScalarNode scalar -> scalar(scalar.value());
                default -> throw new IllegalArgumentException("not in a catalogue: " + node);
            }
        }

        private void scalar(@Nullable Object value) {
            switch (value) {
                case null -> bytes.write('n');
                case Boolean b -> bytes.write(b ? 't' : 'f');
                case String s -> {
                    bytes.write('s');
                    out.text(s);
                }
                case Long l -> {
                    bytes.write('i');
                    bytes.writeBytes(ByteBuffer.allocate(8).putLong(l).array());
                }
                case Double d -> {
                    bytes.write('d');
                    bytes.writeBytes(ByteBuffer.allocate(8).putDouble(d).array());
                }
                default -> throw new IllegalArgumentException("not in a catalogue: " + value);
            }
        }
    }

    private static final class ControlReader {
        private final ByteBuffer in;
        private final Strings strings;
        private final ExpressionFormat.Reader reader;

        ControlReader(ByteBuffer in, Strings strings) {
            this.in = in;
            this.strings = strings;
            this.reader = new ExpressionFormat.Reader(in, strings::get);
        }

        Catalogue catalogue() {
            int size = reader.number();
            List<Control> controls = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                controls.add(control());
            }
            return new Catalogue(controls);
        }

        private Control control() {
            Control.Head head = head();
            ByteBuffer program = section();
            ByteBuffer description = section();
            return new Control(
                    head,
                    () -> new ControlReader(program.duplicate(), strings).program(),
                    () -> new ControlReader(description.duplicate(), strings).description(head));
        }

        private ByteBuffer section() {
            int size = reader.number();
            ByteBuffer slice = in.slice(in.position(), size);
            in.position(in.position() + size);
            return slice;
        }

        private Control.Head head() {
            String id = reader.text();
            Severity severity = Objects.requireNonNull(Severity.of(reader.text()));
            Scope scope = Objects.requireNonNull(Scope.of(reader.text()));
            int flags = reader.number();
            String digest = reader.text();
            List<KindMatch> match = new ArrayList<>();
            for (int i = reader.number(); i > 0; i--) {
                List<String> groups = texts();
                match.add(new KindMatch(groups, texts()));
            }
            List<String> components = texts();
            List<Need> needs = new ArrayList<>();
            for (String need : texts()) {
                Need known = Need.of(need);
                if (known == null) {
                    throw new IllegalStateException("unknown need " + need);
                }
                needs.add(known);
            }
            MapNode params = (MapNode) node();
            return new Control.Head(
                    id,
                    severity,
                    scope,
                    match,
                    components,
                    needs,
                    params,
                    pss(),
                    (flags & 1) != 0,
                    (flags & 2) != 0,
                    digest);
        }

        private @Nullable PodSecurityCheck pss() {
            if (reader.number() == 0) {
                return null;
            }
            String check = reader.text();
            String level = reader.text();
            String twin = reader.text();
            List<PodSecurityCheck.Revision> revisions = new ArrayList<>();
            for (int i = reader.number(); i > 0; i--) {
                int from = reader.number();
                revisions.add(new PodSecurityCheck.Revision(from, (MapNode) node()));
            }
            return new PodSecurityCheck(check, level, twin.isEmpty() ? null : twin, revisions);
        }

        private Program program() {
            CheckedExpression appliesWhen = expression();
            List<Rule> rules = new ArrayList<>();
            for (int i = reader.number(); i > 0; i--) {
                FieldPath path = FieldPath.parse(reader.text());
                boolean offendsWhen = reader.number() == 1;
                CheckedExpression expression = expression();
                if (expression != null) {
                    rules.add(new Rule(path, expression, offendsWhen));
                }
            }
            List<MessageTemplate.Part> parts = new ArrayList<>();
            for (int i = reader.number(); i > 0; i--) {
                String text = reader.text();
                parts.add(new MessageTemplate.Part(text, expression()));
            }
            List<FixTemplate> fix = new ArrayList<>();
            for (int i = reader.number(); i > 0; i--) {
                String op = reader.text();
                FieldPath path = FieldPath.parse(reader.text());
                fix.add(new FixTemplate(op, path, reader.number() == 0 ? null : node()));
            }
            return new Program(appliesWhen, rules, new MessageTemplate(parts), fix);
        }

        private @Nullable CheckedExpression expression() {
            if (reader.number() == 0) {
                return null;
            }
            String source = reader.text();
            String type = reader.text();
            int slots = reader.number();
            return new CheckedExpression(source, reader.read(), type, slots);
        }

        private ControlDescription description(Control.Head head) {
            String title = reader.text();
            String severityReason = reader.text();
            String rationale = reader.text();
            String remedy = reader.text();
            String docs = reader.text();
            Mappings mappings = new Mappings(texts(), texts(), texts(), texts(), texts(), texts());
            return new ControlDescription(
                    head.id(), title, head.severity(), severityReason, rationale, remedy, docs, mappings);
        }

        private List<String> texts() {
            int size = reader.number();
            if (size == 0) {
                return List.of();
            }
            List<String> texts = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                texts.add(reader.text());
            }
            return texts;
        }

        private Node node() {
            return switch (in.get()) {
                case 'm' -> {
                    MapNode.Builder map = MapNode.builder();
                    for (int i = reader.number(); i > 0; i--) {
                        String key = reader.text();
                        map.put(key, node());
                    }
                    yield map.build();
                }
                case 'l' -> {
                    int size = reader.number();
                    List<Node> items = new ArrayList<>(size);
                    for (int i = 0; i < size; i++) {
                        items.add(node());
                    }
                    yield ListNode.of(items);
                }
                case 'n' -> ScalarNode.unwritten(null);
                case 't' -> ScalarNode.unwritten(true);
                case 'f' -> ScalarNode.unwritten(false);
                case 's' -> ScalarNode.unwritten(reader.text());
                case 'i' -> ScalarNode.unwritten(in.getLong());
                case 'd' -> ScalarNode.unwritten(in.getDouble());
                default -> throw new IllegalStateException("damaged catalogue");
            };
        }
    }
}
