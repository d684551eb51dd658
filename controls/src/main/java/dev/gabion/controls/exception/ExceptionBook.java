package dev.gabion.controls.exception;

import dev.gabion.controls.catalogue.Catalogue;
import dev.gabion.controls.engine.Target;
import dev.gabion.controls.framework.Glob;
import dev.gabion.controls.scan.ExceptionRules;
import dev.gabion.finding.ExceptionState;
import dev.gabion.finding.Finding;
import dev.gabion.kube.tree.Document;
import dev.gabion.kube.tree.MapNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All exceptions of a run, and an account of each at its end. */
public final class ExceptionBook implements ExceptionRules {
    /** The annotation that carries exceptions inside a manifest. */
    public static final String ANNOTATION = "gabion.io/ignore";

    private static final byte[] COMMENT = "gabion:ignore".getBytes(StandardCharsets.US_ASCII);
    private static final int WARN_DAYS = 14;

    private final LocalDate today;
    private final @Nullable String cluster;
    private final boolean inline;
    private final Predicate<String> knownControl;
    private final List<Waiver> listed = new ArrayList<>();
    private final Map<String, Waiver> inlined = new ConcurrentSkipListMap<>();
    private final Map<String, Boolean> commented = new ConcurrentHashMap<>();

    /**
     * Makes an empty book.
     *
     * @param today in UTC; an exception holds on its last day
     * @param cluster name of the cluster judged, or null for files
     * @param inline whether exceptions inside manifests count
     */
    public ExceptionBook(Catalogue catalogue, LocalDate today, @Nullable String cluster, boolean inline) {
        this.today = today;
        this.cluster = cluster;
        this.inline = inline;
        this.knownControl = pattern -> catalogue.controls().stream().anyMatch(c -> Glob.matches(pattern, c.id()));
    }

    /** Adds the exceptions of a file; {@code name} is how reports call it. */
    public void load(Path file, String name) throws IOException {
        for (Waiver.Terms terms : ExceptionFile.read(file, name, knownControl)) {
            listed.add(new Waiver(terms));
        }
    }

    @Override
    public void read(Document document) {
        byte[] text = document.bytes();
        if (!inline || text == null) {
            return;
        }
        for (int at = indexOf(text, 0); at >= 0; at = indexOf(text, at + COMMENT.length)) {
            comment(document, text, at);
        }
    }

    private static int indexOf(byte[] text, int from) {
        for (int i = from; i <= text.length - COMMENT.length; i++) {
            if (text[i] == 'g' && matches(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] text, int at) {
        for (int i = 0; i < COMMENT.length; i++) {
            if (text[at + i] != COMMENT[i]) {
                return false;
            }
        }
        return true;
    }

    private void comment(Document document, byte[] text, int at) {
        int hash = at - 1;
        while (hash >= 0 && (text[hash] == ' ' || text[hash] == '\t')) {
            hash--;
        }
        if (hash < 0 || text[hash] != '#') {
            return;
        }
        int end = at;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        String note = new String(text, at + COMMENT.length, end - at - COMMENT.length, StandardCharsets.UTF_8);
        int line = document.position(at).line();
        String source = document.file() + ":" + line;
        inlined.computeIfAbsent(source, s -> waiver(s, InlineNote.parse(note, knownControl)));
        commented.put(source, true);
    }

    private static Waiver waiver(String source, InlineNote note) {
        return new Waiver(new Waiver.Terms(
                source,
                note.controls(),
                Waiver.Match.ANY,
                List.of(),
                "",
                note.reason(),
                note.until(),
                "",
                source,
                note.fault()));
    }

    @Override
    public @Nullable String covering(Finding finding, Target target) {
        MapNode labels = target.root().mapAt("metadata", "labels");
        for (Waiver waiver : listed) {
            if (waiver.holds(today) && waiver.covers(finding, labels, cluster)) {
                waiver.use(finding);
                return waiver.terms().id();
            }
        }
        return inline ? coveringInside(finding, target) : null;
    }

    private @Nullable String coveringInside(Finding finding, Target target) {
        if (!commented.isEmpty() && !finding.place().file().isEmpty()) {
            for (int line = finding.place().line(); line >= finding.place().line() - 1; line--) {
                String id = use(inlined.get(finding.place().file() + ":" + line), finding);
                if (id != null) {
                    return id;
                }
            }
        }
        String own = annotation(finding, target, target.root().mapAt("metadata", "annotations"), "metadata");
        if (own != null || target.workload() == null) {
            return own;
        }
        return annotation(finding, target, target.workload().podMetadata().map("annotations"), "template");
    }

    private @Nullable String annotation(Finding finding, Target target, @Nullable MapNode annotations, String where) {
        String text = annotations == null ? null : annotations.string(ANNOTATION);
        if (text == null) {
            return null;
        }
        int part = 0;
        for (String note : text.split("[;\\n]", -1)) {
            if (note.isBlank()) {
                continue;
            }
            String key = target.object().document().file() + ":" + target.reference() + ":" + where + ":" + part++;
            Waiver waiver =
                    inlined.computeIfAbsent(key, k -> waiver(source(target), InlineNote.parse(note, knownControl)));
            String id = use(waiver, finding);
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    private static String source(Target target) {
        int start = Math.max(target.written().start(), 0);
        return target.object().document().file() + ":"
                + target.object().document().position(start).line();
    }

    private @Nullable String use(@Nullable Waiver waiver, Finding finding) {
        if (waiver == null || !waiver.holds(today) || !waiver.covers(finding, null, cluster)) {
            return null;
        }
        waiver.use(finding);
        return waiver.terms().id();
    }

    /** How many exceptions there are. */
    public int size() {
        return listed.size() + inlined.size();
    }

    /** How many covered something. */
    public long usedCount() {
        return listed.stream().filter(w -> w.used() > 0).count()
                + inlined.values().stream().filter(w -> w.used() > 0).count();
    }

    /** The account of every exception, lists first. */
    public List<ExceptionState> states() {
        List<ExceptionState> states = new ArrayList<>();
        listed.forEach(w -> states.add(state(w)));
        List<ExceptionState> inside = new ArrayList<>();
        inlined.values().forEach(w -> inside.add(state(w)));
        inside.sort(Comparator.comparing(ExceptionState::source).thenComparing(ExceptionState::id));
        states.addAll(inside);
        return states;
    }

    private ExceptionState state(Waiver waiver) {
        Waiver.Terms terms = waiver.terms();
        String state;
        String note = "";
        if (terms.fault() != null) {
            state = "invalid";
            note = terms.fault();
        } else if (waiver.isExpired(today)) {
            state = "expired";
            note = "its findings count again; renew or remove it";
        } else if (waiver.used() == 0) {
            state = "unused";
            note = "covers nothing; remove it";
        } else if (waiver.isBroad()) {
            state = "broad";
            note = "covers more than 100 objects; narrow it";
        } else {
            state = "active";
            boolean soon = terms.expires() != null && !today.plusDays(WARN_DAYS).isBefore(terms.expires());
            note = soon ? "expires within " + WARN_DAYS + " days" : "";
        }
        return new ExceptionState(
                terms.id(),
                state,
                terms.source(),
                terms.reason(),
                terms.owner(),
                terms.expires() == null ? "" : terms.expires().toString(),
                waiver.used(),
                note);
    }
}
