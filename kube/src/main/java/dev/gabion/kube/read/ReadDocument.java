package dev.gabion.kube.read;

import dev.gabion.kube.tree.Document;
import java.util.List;

/**
 * One document after parsing.
 *
 * @param objects the Kubernetes objects in it; lists are taken apart
 * @param outcome what became of the document
 * @param problems what its reader has to tell
 */
public record ReadDocument(Document document, List<KubeObject> objects, Outcome outcome, List<Problem> problems) {
    /** A document that is not an object is still read; a broken one or a template is not. */
    public enum Outcome {
        OBJECTS,
        OTHER,
        EMPTY,
        BROKEN,
        TEMPLATE;

        /** Whether the document counts as read in the coverage of inputs. */
        public boolean read() {
            return this == OBJECTS || this == OTHER || this == EMPTY;
        }
    }
}
