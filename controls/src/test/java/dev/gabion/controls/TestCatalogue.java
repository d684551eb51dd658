package dev.gabion.controls;

import dev.gabion.controls.catalogue.Catalogue;
import dev.gabion.controls.compile.CatalogueCompiler;
import dev.gabion.controls.compile.ControlCompiler;
import dev.gabion.kube.schema.Schema;
import java.nio.file.Path;
import java.util.List;

/** The catalogue as its sources have it, compiled once for all tests. */
public final class TestCatalogue {
    private static List<ControlCompiler.Compiled> compiled;
    private static Schema schema;

    private TestCatalogue() {}

    public static synchronized List<ControlCompiler.Compiled> compiled() {
        if (compiled == null) {
            try {
                compiled = new CatalogueCompiler(true).compile("src/main/catalogue");
            } catch (Exception e) {
                throw new AssertionError(e.getMessage(), e);
            }
        }
        return compiled;
    }

    public static Catalogue catalogue() {
        return new Catalogue(
                compiled().stream().map(ControlCompiler.Compiled::control).toList());
    }

    public static synchronized Schema schema() {
        if (schema == null) {
            try {
                schema = Schema.load(Path.of("../kube/src/main/schema/fields-v1.36.txt"));
            } catch (java.io.IOException e) {
                throw new AssertionError(e);
            }
        }
        return schema;
    }
}
