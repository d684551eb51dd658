package dev.gabion.report;

import dev.gabion.finding.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Prints reports into strings. */
final class Prints {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Prints() {}

    static String of(String format, Report report) {
        return of(format, report, PrintOptions.PLAIN);
    }

    static String of(String format, Report report, PrintOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Printers.of(format, options).print(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static JsonNode json(String format, Report report) {
        return JSON.readTree(of(format, report));
    }

    static JsonNode read(String json) {
        return JSON.readTree(json);
    }
}
