package dev.gabion.kube.read;

import java.util.ArrayList;
import java.util.List;

/** Keys that stand twice in one map of a document, the first of them one by one, the rest as a number. */
final class DuplicateKeys {
    private static final int TOLD = 20;

    /** A key at a byte offset of the document; the last one of its name counts. */
    record Place(String key, int offset) {}

    private final List<Place> told = new ArrayList<>();
    private int count;

    void add(String key, int offset) {
        if (count++ < TOLD) {
            told.add(new Place(key, offset));
        }
    }

    List<Place> told() {
        return told;
    }

    /** How many more there are. */
    int untold() {
        return count - told.size();
    }
}
