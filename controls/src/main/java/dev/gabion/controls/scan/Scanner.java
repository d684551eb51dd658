package dev.gabion.controls.scan;

import dev.gabion.controls.catalogue.Scope;
import dev.gabion.controls.engine.ActiveControl;
import dev.gabion.controls.engine.Check;
import dev.gabion.controls.engine.Engine;
import dev.gabion.controls.engine.Evaluation;
import dev.gabion.controls.engine.Facts;
import dev.gabion.controls.engine.Target;
import dev.gabion.finding.Diagnostic;
import dev.gabion.finding.Finding;
import dev.gabion.finding.FindingOrder;
import dev.gabion.finding.ObjectReference;
import dev.gabion.finding.Pass;
import dev.gabion.finding.RecordCodecs;
import dev.gabion.finding.SortedStore;
import dev.gabion.finding.Tally;
import dev.gabion.kube.inventory.ClusterScoped;
import dev.gabion.kube.inventory.Entry;
import dev.gabion.kube.inventory.Inventory;
import dev.gabion.kube.read.Chunk;
import dev.gabion.kube.read.DocumentParser;
import dev.gabion.kube.read.Documents;
import dev.gabion.kube.read.InputFile;
import dev.gabion.kube.read.InputFinder;
import dev.gabion.kube.read.KubeObject;
import dev.gabion.kube.read.Problem;
import dev.gabion.kube.read.ReadDocument;
import dev.gabion.kube.schema.Preparation;
import dev.gabion.kube.schema.PreparedObject;
import dev.gabion.kube.schema.Schema;
import dev.gabion.kube.tree.ListNode;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Scans files: reads, judges, joins, judges what needed joining. One scan an instance. */
public final class Scanner {
    private static final Comparator<Pass> PASS_ORDER = Comparator.comparing(Pass::control)
            .thenComparing(Pass::file)
            .thenComparingInt(Pass::document)
            .thenComparing(p -> p.object().toString());
    private static final Comparator<Diagnostic> DIAGNOSTIC_ORDER = Comparator.comparing(Diagnostic::file)
            .thenComparingInt(Diagnostic::line)
            .thenComparingInt(Diagnostic::column)
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message);

    private final ScanOptions options;
    private final Preparation preparation;
    private final ExceptionRules exceptions;
    private final Progress progress;
    private final List<ActiveControl> controls;
    private final Engine local;
    private final Engine crossObject;
    private final Extraction extraction;
    private final Inventory.Builder inventory = new Inventory.Builder();
    private final SortedStore<Finding> findings;
    private final @Nullable SortedStore<Pass> passes;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private long objects;
    private long documentsSeen;
    private long documentsRead;
    private boolean namedUnread;

    /** Hears how far a scan is. */
    @FunctionalInterface
    public interface Progress {
        void read(long documents, long objects);
    }

    /** An object some controller owns; judged only if nobody collected the controller. */
    private record Held(Target target, Entry entry) {}

    public Scanner(
            List<ActiveControl> controls,
            Function<String, Check> checks,
            Schema schema,
            ScanOptions options,
            ExceptionRules exceptions,
            Progress progress) {
        this.controls = controls;
        this.options = options;
        this.preparation = new Preparation(schema);
        this.exceptions = exceptions;
        this.progress = progress;
        this.local =
                new Engine(controls.stream().filter(a -> a.control().isLocal()).toList(), checks);
        this.crossObject =
                new Engine(controls.stream().filter(a -> !a.control().isLocal()).toList(), checks);
        this.extraction = new Extraction(controls);
        this.findings = new SortedStore<>(FindingOrder.INSTANCE, RecordCodecs.FINDING, options.inMemory());
        this.passes =
                options.includePasses() ? new SortedStore<>(PASS_ORDER, RecordCodecs.PASS, options.inMemory()) : null;
    }

    /** Reports a problem met before the scan, such as a directory that could not be listed. */
    public synchronized void problem(Problem problem) {
        diagnostics.add(Diagnostic.of(problem));
    }

    /** Scans the files, in any number of threads, with the same result. */
    public ScanResult scan(List<InputFile> files) {
        List<Shard> shards = new ArrayList<>();
        try (Workers<Task, Worker> workers = new Workers<>(threads(files), () -> worker(shards), Worker::run)) {
            for (InputFile file : files) {
                read(file, workers);
            }
        }
        if (extraction.isNeeded() || !held.isEmpty()) {
            join(shards);
        }
        Map<String, Tally> tallies = new HashMap<>();
        Map<String, Long> failures = new HashMap<>();
        shards.forEach(s -> s.addTo(tallies, failures));
        diagnostics.sort(DIAGNOSTIC_ORDER);
        return new ScanResult(
                controls,
                List.copyOf(diagnostics),
                findings,
                passes,
                tallies,
                failures,
                objects,
                documentsSeen,
                documentsRead,
                namedUnread);
    }

    private int threads(List<InputFile> files) {
        if (options.workers() > 0) {
            return options.workers();
        }
        return files.size() > 8 || Workers.isLarge(files) ? Runtime.getRuntime().availableProcessors() : 1;
    }

    private Worker worker(List<Shard> shards) {
        Shard shard = new Shard(findings, passes, exceptions);
        synchronized (shards) {
            shards.add(shard);
        }
        return new Worker(shard);
    }

    private void read(InputFile file, Workers<Task, Worker> workers) {
        try (Documents documents = Documents.open(file, options.limits())) {
            for (Chunk chunk = documents.next(); chunk != null; chunk = documents.next()) {
                workers.submit(new Task(chunk, file.named()), chunk.bytes().length);
            }
        } catch (IOException e) {
            unread(file, InputFinder.unreadable(file.name(), e));
        }
    }

    private synchronized void unread(InputFile file, Problem problem) {
        problem(problem);
        documentsSeen++;
        namedUnread |= file.named();
    }

    /** A document to read, and whether the user named its file. */
    private record Task(Chunk chunk, boolean named) {}

    /** What one thread does with documents. */
    private final class Worker {
        private final DocumentParser parser = new DocumentParser(options.limits());
        private final Evaluation evaluation = new Evaluation(options.nanosPerControl());
        private final Shard shard;

        Worker(Shard shard) {
            this.shard = shard;
        }

        void run(Task task) {
            ReadDocument document = parser.parse(task.chunk);
            note(document, task.named);
            if (document.objects().isEmpty()) {
                return;
            }
            exceptions.read(document.document());
            boolean kept = false;
            for (KubeObject object : document.objects()) {
                kept |= object(object);
            }
            if (kept) {
                document.document().release();
            }
        }

        private boolean object(KubeObject object) {
            PreparedObject prepared = preparation.prepare(object);
            Target target = Target.of(object, reference(object), prepared);
            Entry entry = extraction.extract(
                    object,
                    prepared.root(),
                    target.workload(),
                    target.reference().namespace());
            if (isControlled(object)) {
                hold(new Held(target, entry == null ? entry(target) : entry));
                return true;
            }
            local.evaluate(target, Facts.NONE, evaluation, shard);
            if (entry != null) {
                inventory.add(entry);
            }
            return entry != null;
        }
    }

    private static Entry entry(Target target) {
        return new Entry(
                target.object(),
                target.root(),
                target.workload(),
                target.reference().namespace());
    }

    private synchronized void hold(Held object) {
        held.add(object);
        inventory.add(object.entry);
    }

    private static boolean isControlled(KubeObject object) {
        if (object.metadata().get("ownerReferences") instanceof ListNode list) {
            for (Node item : list) {
                if (item instanceof MapNode owner
                        && owner.get("controller") instanceof ScalarNode s
                        && Boolean.TRUE.equals(s.value())) {
                    return true;
                }
            }
        }
        return false;
    }

    private synchronized void note(ReadDocument document, boolean named) {
        documentsSeen++;
        documentsRead += document.outcome().read() ? 1 : 0;
        namedUnread |= named && !document.outcome().read();
        objects += document.objects().size();
        document.problems().forEach(p -> diagnostics.add(Diagnostic.of(p)));
        progress.read(documentsSeen, objects);
    }

    private ObjectReference reference(KubeObject object) {
        String namespace = ClusterScoped.is(object.group(), object.kind())
                ? null
                : object.namespace() == null ? options.namespace() : object.namespace();
        return new ObjectReference(object.apiVersion(), object.kind(), namespace, object.name());
    }

    /** The second step: what only all objects together say. */
    private void join(List<Shard> shards) {
        Inventory all = inventory.build();
        Facts facts = new InventoryFacts(all);
        Evaluation evaluation = new Evaluation(options.nanosPerControl());
        Shard shard = new Shard(findings, passes, exceptions);
        shards.add(shard);
        for (Held object : held) {
            if (all.owner(object.entry) == null) {
                local.evaluate(object.target, Facts.NONE, evaluation, shard);
            }
        }
        if (crossObject.isEmpty()) {
            return;
        }
        for (Entry entry : all.all()) {
            if (all.owner(entry) == null) {
                crossObject.evaluate(target(entry), facts, evaluation, shard);
            }
        }
        for (Target namespace : new NamespaceTargets(all).targets()) {
            crossObject.evaluate(Scope.NAMESPACE, namespace, facts, evaluation, shard);
        }
    }

    private Target target(Entry entry) {
        return new Target(
                entry.object(),
                reference(entry.object()),
                entry.root(),
                entry.workload(),
                entry.root(),
                List.of(),
                null);
    }
}
