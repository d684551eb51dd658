package dev.gabion.controls.exception;

import dev.gabion.controls.framework.Glob;
import dev.gabion.finding.Finding;
import dev.gabion.finding.ObjectReference;
import dev.gabion.kube.tree.MapNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** One exception: which findings it covers, until when, and how often it did. */
final class Waiver {
    /** An exception that covers more objects than this is called broad. */
    private static final int BROAD = 100;

    private final Terms terms;
    private final LongAdder used = new LongAdder();
    private final Set<String> objects = ConcurrentHashMap.newKeySet();

    /**
     * What an exception says.
     *
     * @param controls ids or globs
     * @param fields field paths it is narrowed to; empty for all
     * @param expires last day it holds, or null for ever
     * @param source where it stands, {@code file:line}
     * @param fault why it does not count, or null
     */
    record Terms(
            String id,
            List<String> controls,
            Match match,
            List<String> fields,
            String owner,
            String reason,
            @Nullable LocalDate expires,
            String ticket,
            String source,
            @Nullable String fault) {}

    /** Conditions on the object; an absent one (null) holds. Values are globs. */
    record Match(
            @Nullable List<String> cluster,
            @Nullable List<String> namespaces,
            @Nullable List<String> kinds,
            @Nullable List<String> names,
            @Nullable Map<String, String> labels,
            @Nullable List<String> containers,
            @Nullable List<String> files) {
        static final Match ANY = new Match(null, null, null, null, null, null, null);

        /** Whether anything besides the cluster is asked for. */
        boolean narrows() {
            return namespaces != null
                    || kinds != null
                    || names != null
                    || labels != null
                    || containers != null
                    || files != null;
        }

        boolean covers(Finding finding, @Nullable MapNode objectLabels, @Nullable String clusterName) {
            ObjectReference object = finding.object();
            return any(cluster, clusterName)
                    && any(namespaces, object.namespace())
                    && any(kinds, object.kind())
                    && any(names, object.name())
                    && any(containers, finding.container())
                    && any(files, finding.place().file())
                    && labelsMatch(objectLabels);
        }

        private static boolean any(@Nullable List<String> patterns, @Nullable String value) {
            if (patterns == null) {
                return true;
            }
            for (String pattern : patterns) {
                if (pattern.equals("*") || (value != null && Glob.matches(pattern, value))) {
                    return true;
                }
            }
            return false;
        }

        private boolean labelsMatch(@Nullable MapNode objectLabels) {
            if (labels == null) {
                return true;
            }
            for (Map.Entry<String, String> label : labels.entrySet()) {
                String value = objectLabels == null ? null : objectLabels.string(label.getKey());
                if (value == null || !Glob.matches(label.getValue(), value)) {
                    return false;
                }
            }
            return true;
        }
    }

    Waiver(Terms terms) {
        this.terms = terms;
    }

    Terms terms() {
        return terms;
    }

    boolean isExpired(LocalDate today) {
        return terms.expires != null && today.isAfter(terms.expires);
    }

    /** Whether it may cover anything at all today. */
    boolean holds(LocalDate today) {
        return terms.fault == null && !isExpired(today);
    }

    boolean covers(Finding finding, @Nullable MapNode labels, @Nullable String cluster) {
        return terms.controls.stream().anyMatch(c -> Glob.matches(c, finding.control()))
                && (terms.fields.isEmpty() || terms.fields.contains(finding.path()))
                && terms.match.covers(finding, labels, cluster);
    }

    void use(Finding finding) {
        used.increment();
        if (objects.size() <= BROAD) {
            objects.add(finding.object().toString());
        }
    }

    long used() {
        return used.sum();
    }

    boolean isBroad() {
        return objects.size() > BROAD;
    }
}
