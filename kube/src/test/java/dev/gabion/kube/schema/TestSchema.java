package dev.gabion.kube.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The committed field table. */
final class TestSchema {
    static final Schema V1_36 = load();

    private TestSchema() {}

    private static Schema load() {
        try {
            return Schema.load(Path.of("src/main/schema/fields-v1.36.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
