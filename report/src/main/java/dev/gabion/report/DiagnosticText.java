package dev.gabion.report;

import dev.gabion.finding.Diagnostic;

/** A diagnostic as one sentence with its place. Not escaped. */
final class DiagnosticText {
    private DiagnosticText() {}

    static String of(Diagnostic d) {
        StringBuilder text = new StringBuilder(d.level()).append(' ');
        String place = place(d);
        if (!place.isEmpty()) {
            text.append(place).append(' ');
        }
        text.append(d.code()).append(": ").append(d.message());
        if (!d.remedy().isEmpty()) {
            text.append("; ").append(d.remedy());
        }
        return text.toString();
    }

    /** {@code file:line:column}, as far as it is known. */
    static String place(Diagnostic d) {
        return place(d.file(), d.line(), d.column());
    }

    static String place(String file, int line, int column) {
        if (file.isEmpty() || line <= 0) {
            return file;
        }
        return column <= 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
