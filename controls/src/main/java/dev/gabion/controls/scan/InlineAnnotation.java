package dev.gabion.controls.scan;

/** The annotation that carries exceptions inside a manifest. */
final class InlineAnnotation {
    static final String KEY = "gabion.io/ignore";

    private InlineAnnotation() {}
}
