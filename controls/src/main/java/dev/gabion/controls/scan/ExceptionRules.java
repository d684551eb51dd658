package dev.gabion.controls.scan;

import dev.gabion.controls.engine.Target;
import dev.gabion.finding.Finding;
import dev.gabion.kube.tree.Document;
import org.jspecify.annotations.Nullable;

/** Decides which findings an exception covers. */
public interface ExceptionRules {
    /** No exceptions. */
    ExceptionRules NONE = new ExceptionRules() {
        @Override
        public void read(Document document) {}

        @Override
        public @Nullable String covering(Finding finding, Target target) {
            return null;
        }
    };

    /** Sees every document before its findings, for exceptions written into it. */
    void read(Document document);

    /** The id of the exception that covers a failing finding, or null. */
    @Nullable
    String covering(Finding finding, Target target);
}
