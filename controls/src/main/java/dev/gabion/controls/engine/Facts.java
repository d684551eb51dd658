package dev.gabion.controls.engine;

import dev.gabion.controls.catalogue.Need;

/** What is known beyond a single object. Served by the files of a scan, a snapshot, or the caches of a webhook. */
public interface Facts {
    /** Knows nothing; for controls that need nothing. */
    Facts NONE = (need, target) -> new Missing("nothing was collected besides the object");

    /**
     * The value of a fact for a target, as CEL sees it: a node, a list or a map. {@link Missing} where it was not
     * collected; an empty list means collected, and there are none.
     */
    Object get(Need need, Target target);

    /** That a fact is not known, and what would make it known. */
    record Missing(String evidence) {}
}
