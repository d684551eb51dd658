package dev.gabion.finding;

import java.util.Comparator;

/** The one order of findings: worst first, then control, file, line, object, path. */
public final class FindingOrder {
    public static final Comparator<Finding> INSTANCE = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::control)
            .thenComparing(f -> f.place().file())
            .thenComparingInt(f -> f.place().line())
            .thenComparing(FindingOrder::objectKey)
            .thenComparing(Finding::path)
            .thenComparingInt(f -> f.place().document())
            .thenComparing(Finding::verdict)
            .thenComparing(Finding::message);

    private FindingOrder() {}

    private static String objectKey(Finding finding) {
        ObjectReference object = finding.object();
        return object.kind() + '\0' + object.namespace() + '\0' + object.name() + '\0' + object.apiVersion();
    }
}
