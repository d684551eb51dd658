package dev.gabion.report;

import dev.gabion.finding.Finding;
import dev.gabion.finding.ObjectReference;
import dev.gabion.finding.Severity;
import dev.gabion.finding.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Findings folded to verdicts of one control on one object: failing if any fails, else undecided if any is, else
 * excepted. Holds no more than one control's findings in one file. Source: rulings, section 3.1.
 */
final class VerdictUnits implements Iterator<VerdictUnits.Unit> {
    private final Iterator<Finding> findings;
    private final ArrayDeque<Unit> ready = new ArrayDeque<>();
    private @Nullable Finding next;

    /** The findings of one control on one object, in order. */
    record Unit(List<Finding> findings) {
        Finding first() {
            return findings.getFirst();
        }

        Verdict verdict() {
            Verdict folded = Verdict.EXCEPTED;
            for (Finding finding : findings) {
                if (finding.verdict() == Verdict.FAIL) {
                    return Verdict.FAIL;
                }
                folded = finding.verdict() == Verdict.UNDECIDED ? Verdict.UNDECIDED : folded;
            }
            return folded;
        }

        /** The finding that decides the verdict. */
        Finding decisive() {
            Verdict verdict = verdict();
            for (Finding finding : findings) {
                if (finding.verdict() == verdict) {
                    return finding;
                }
            }
            return first();
        }

        boolean isOf(Severity severity, String control) {
            return first().severity() == severity && first().control().equals(control);
        }
    }

    private record Key(int document, ObjectReference object) {}

    VerdictUnits(Iterable<Finding> findings) {
        this.findings = findings.iterator();
        this.next = this.findings.hasNext() ? this.findings.next() : null;
    }

    @Override
    public boolean hasNext() {
        return !ready.isEmpty() || next != null;
    }

    /** The unit {@link #next} will return, or null at the end. */
    @Nullable
    Unit peek() {
        fill();
        return ready.peek();
    }

    @Override
    public Unit next() {
        fill();
        Unit unit = ready.poll();
        if (unit == null) {
            throw new NoSuchElementException();
        }
        return unit;
    }

    private void fill() {
        Finding first = next;
        if (!ready.isEmpty() || first == null) {
            return;
        }
        Map<Key, List<Finding>> units = new LinkedHashMap<>();
        Finding finding = first;
        while (finding != null && sharesFile(first, finding)) {
            units.computeIfAbsent(new Key(finding.place().document(), finding.object()), k -> new ArrayList<>())
                    .add(finding);
            finding = findings.hasNext() ? findings.next() : null;
        }
        next = finding;
        units.values().forEach(unit -> ready.add(new Unit(unit)));
    }

    /** Objects of a cluster stand in no file; their findings come object by object. */
    private static boolean sharesFile(Finding a, Finding b) {
        return a.control().equals(b.control())
                && a.severity() == b.severity()
                && a.place().file().equals(b.place().file())
                && (!a.place().file().isEmpty() || a.object().equals(b.object()));
    }
}
