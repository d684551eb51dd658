package dev.gabion.report;

import dev.gabion.finding.Pass;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Reads passes, which come by control, in another order of controls. Begins anew where it has to go back. */
final class PassCursor {
    private final Iterable<Pass> passes;
    private Iterator<Pass> iterator;
    private @Nullable Pass ahead;
    private String wanted = "";

    PassCursor(Iterable<Pass> passes) {
        this.passes = passes;
        this.iterator = passes.iterator();
        advance();
    }

    private void advance() {
        ahead = iterator.hasNext() ? iterator.next() : null;
    }

    /** Goes to the first pass of a control. */
    void seek(String control) {
        Pass next = ahead;
        if (next == null || next.control().compareTo(control) > 0) {
            iterator = passes.iterator();
            advance();
        }
        while (ahead != null && ahead.control().compareTo(control) < 0) {
            advance();
        }
        wanted = control;
    }

    /** The next pass of the control, or null after its last. */
    @Nullable
    Pass next() {
        Pass next = ahead;
        if (next == null || !next.control().equals(wanted)) {
            return null;
        }
        advance();
        return next;
    }
}
