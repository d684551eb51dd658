package dev.gabion.kube.read;

import dev.gabion.kube.tree.Position;

/** How a template that nobody rendered is recognised and reported. */
final class Templates {
    static final String CODE = "templateNotRendered";

    private Templates() {}

    static Problem notRendered(String file, Position place) {
        return new Problem(
                Problem.Level.WARNING,
                CODE,
                file,
                place.line(),
                place.column(),
                "template, not rendered",
                "render it and scan the result: helm template CHART | gabion scan -");
    }

    static boolean hasBraces(byte[] text) {
        for (int i = 1; i < text.length; i++) {
            if (text[i] == '{' && text[i - 1] == '{') {
                return true;
            }
        }
        return false;
    }
}
