package dev.gabion.report;

import dev.gabion.finding.ExceptionState;
import dev.gabion.finding.Finding;
import dev.gabion.finding.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Findings put together under what they have in common, a few of each kept. Bounded, whatever the input. */
final class Folds {
    /** A text of an evaluation error may be different in every object; beyond this they go under one title. */
    private static final int MOST = 500;

    private static final String OTHERS = "other reasons";

    private final Map<String, Fold> folds = new LinkedHashMap<>();
    private final int kept;

    /** The findings under one title. */
    static final class Fold {
        private final String title;
        private final List<Finding> first = new ArrayList<>();
        private final TreeSet<String> controls = new TreeSet<>();
        private long count;

        private Fold(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        long count() {
            return count;
        }

        /** The first findings, in order. */
        List<Finding> first() {
            return first;
        }

        Collection<String> controls() {
            return controls;
        }
    }

    private Folds(int kept) {
        this.kept = kept;
    }

    /** Undecided findings by their reason. */
    static Folds undecided(Iterable<Finding> findings, int kept) {
        Folds folds = new Folds(kept);
        for (Finding finding : findings) {
            if (finding.verdict() == Verdict.UNDECIDED) {
                folds.add(
                        finding.why() == null
                                ? "no reason given"
                                : finding.why().toString(),
                        finding);
            }
        }
        return folds;
    }

    /** Excepted findings by their exception. */
    static Folds excepted(Iterable<Finding> findings, List<ExceptionState> exceptions, int kept) {
        Map<String, ExceptionState> byId = new HashMap<>();
        exceptions.forEach(e -> byId.putIfAbsent(e.id(), e));
        Folds folds = new Folds(kept);
        for (Finding finding : findings) {
            if (finding.verdict() == Verdict.EXCEPTED) {
                String id = String.valueOf(finding.exception());
                folds.add(title(id, byId.get(id)), finding);
            }
        }
        return folds;
    }

    private static String title(String id, @Nullable ExceptionState state) {
        if (state == null) {
            return id;
        }
        StringBuilder title = new StringBuilder(id);
        title.append(state.reason().isEmpty() ? "" : ": " + state.reason());
        title.append(state.owner().isEmpty() ? "" : ", owner " + state.owner());
        title.append(state.expires().isEmpty() ? "" : ", until " + state.expires());
        return title.toString();
    }

    private void add(String title, Finding finding) {
        Fold fold = folds.get(title);
        if (fold == null) {
            String own = folds.size() < MOST ? title : OTHERS;
            fold = folds.computeIfAbsent(own, Fold::new);
        }
        fold.count++;
        fold.controls.add(finding.control());
        if (fold.first.size() < kept) {
            fold.first.add(finding);
        }
    }

    /** All of them, the largest first. */
    List<Fold> all() {
        List<Fold> all = new ArrayList<>(folds.values());
        all.sort((a, b) -> Long.compare(b.count, a.count));
        return all;
    }
}
