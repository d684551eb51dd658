package dev.gabion.finding.baseline;

import dev.gabion.finding.Finding;
import dev.gabion.finding.Finding.BaselineState;
import dev.gabion.finding.FindingOrder;
import dev.gabion.finding.ObjectReference;
import dev.gabion.finding.Verdict;
import dev.gabion.kube.read.JsonRecords;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Findings of an earlier run. Fingerprints match as a multiset: a second copy of a finding is new. Where there are more
 * now than then, those in the same file count as the old ones. Source: rulings, section 3.8.
 */
public final class Baseline {
    /** The format this program writes and reads. */
    public static final int SCHEMA_VERSION = 1;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> digests = new TreeMap<>();
    private final Set<String> scanned = new HashSet<>();
    private boolean knowsScanned;

    private Baseline() {}

    /** Reads a baseline or a JSON report; only failing findings count. */
    public static Baseline read(Path file) throws IOException {
        Baseline baseline = new Baseline();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            JsonRecords.read(in, baseline.new Reader());
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return baseline;
    }

    private final class Reader implements JsonRecords.Handler {
        @Override
        public boolean streams(String field) {
            return field.equals("findings") || field.equals("scanned");
        }

        @Override
        public void item(String field, Node item) throws IOException {
            if (field.equals("scanned")) {
                knowsScanned = true;
                scanned.add(item.toString());
                return;
            }
            Finding finding = FindingReader.finding(item);
            if (finding.verdict() == Verdict.FAIL) {
                findings.add(finding);
            }
        }

        @Override
        public void field(String name, Node value) throws IOException {
            if (name.equals("schemaVersion")
                    && !(value instanceof ScalarNode s
                            && Long.valueOf(SCHEMA_VERSION).equals(s.value()))) {
                throw new IOException("schema version " + value + ", this program reads " + SCHEMA_VERSION);
            }
            if (name.equals("controls") && value instanceof MapNode map) {
                for (int i = 0; i < map.size(); i++) {
                    digests.put(map.key(i), map.value(i).toString());
                }
            }
        }
    }

    public List<Finding> findings() {
        return findings;
    }

    /** Hashes of the controls' checks when the baseline was written, by control; empty for a report. */
    public Map<String, String> digests() {
        return digests;
    }

    /** Whether the report says which objects it covers. */
    public boolean knowsScanned() {
        return knowsScanned;
    }

    /** Identities of the objects the report covers. */
    public Set<String> scanned() {
        return scanned;
    }

    /** What a report calls an object among those scanned. */
    public static String identity(ObjectReference object) {
        return object.group() + "/" + object.kind() + " " + (object.namespace() == null ? "" : object.namespace()) + "/"
                + (object.name() == null ? "" : object.name());
    }

    /** Compares with the findings of now. They are read twice and must come in the same order. */
    public Comparison compare(Iterable<Finding> now) {
        return new Comparison(now);
    }

    /** The findings of now with their states, and what is no longer found. */
    public final class Comparison implements Iterable<Finding> {
        private final Iterable<Finding> now;
        private final Map<String, Integer> exact = new HashMap<>();
        private final Map<String, Integer> loose = new HashMap<>();

        private Comparison(Iterable<Finding> now) {
            this.now = now;
            for (Finding finding : findings) {
                exact.merge(exactKey(finding), 1, Integer::sum);
                loose.merge(finding.fingerprint(), 1, Integer::sum);
            }
            Map<String, Integer> left = new HashMap<>(exact);
            for (Finding finding : now) {
                if (finding.verdict() == Verdict.FAIL && take(left, exactKey(finding))) {
                    take(loose, finding.fingerprint());
                }
            }
        }

        private static String exactKey(Finding finding) {
            return finding.fingerprint() + " " + finding.place().file();
        }

        private static boolean take(Map<String, Integer> counts, String key) {
            Integer count = counts.get(key);
            if (count == null || count == 0) {
                return false;
            }
            counts.put(key, count - 1);
            return true;
        }

        @Override
        public Iterator<Finding> iterator() {
            Iterator<Finding> source = now.iterator();
            Map<String, Integer> exactLeft = new HashMap<>(exact);
            Map<String, Integer> looseLeft = new HashMap<>(loose);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return source.hasNext();
                }

                @Override
                public Finding next() {
                    Finding finding = source.next();
                    if (finding.verdict() != Verdict.FAIL) {
                        return finding;
                    }
                    boolean known = take(exactLeft, exactKey(finding)) || take(looseLeft, finding.fingerprint());
                    return finding.against(known ? BaselineState.UNCHANGED : BaselineState.NEW);
                }
            };
        }

        /** Findings of the baseline that are there no more, in order. */
        public List<Finding> missing() {
            Map<String, Integer> exactLeft = new HashMap<>();
            Map<String, Integer> looseLeft = new HashMap<>();
            for (Finding finding : now) {
                if (finding.verdict() == Verdict.FAIL) {
                    exactLeft.merge(exactKey(finding), 1, Integer::sum);
                    looseLeft.merge(finding.fingerprint(), 1, Integer::sum);
                }
            }
            List<Finding> unmatched = new ArrayList<>();
            for (Finding finding : findings) {
                if (take(exactLeft, exactKey(finding))) {
                    take(looseLeft, finding.fingerprint());
                } else {
                    unmatched.add(finding);
                }
            }
            unmatched.removeIf(finding -> take(looseLeft, finding.fingerprint()));
            unmatched.sort(FindingOrder.INSTANCE);
            return unmatched;
        }
    }
}
