package dev.gabion.cli;

import dev.gabion.controls.catalogue.Catalogue;
import dev.gabion.controls.catalogue.CatalogueFormat;
import dev.gabion.controls.framework.Framework;
import dev.gabion.controls.framework.FrameworkFile;
import dev.gabion.kube.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The installation: what lies beside the jars. */
final class Home {
    private static final String SCHEMA = "fields-v1.36.txt";

    private final Path root;

    private Home(Path root) {
        this.root = root;
    }

    static Home find() throws UsageException {
        String set = System.getProperty("gabion.home");
        if (set == null) {
            throw new UsageException("the property gabion.home is not set; start Gabion by its launcher");
        }
        return new Home(Path.of(set));
    }

    Catalogue catalogue() throws IOException {
        return CatalogueFormat.read(root.resolve("catalogue.bin"));
    }

    Schema schema() throws IOException {
        return Schema.load(root.resolve(SCHEMA));
    }

    /** A framework by its id, or by a file of the user's. */
    Framework framework(String idOrFile) throws IOException, UsageException {
        boolean isFile = idOrFile.indexOf('/') >= 0 || idOrFile.endsWith(".yaml") || idOrFile.endsWith(".yml");
        Path file = isFile ? Path.of(idOrFile) : root.resolve("frameworks").resolve(idOrFile + ".yaml");
        if (!Files.isRegularFile(file)) {
            throw new UsageException("no framework " + idOrFile + "; there are " + String.join(", ", frameworks())
                    + ", or name a file of your own");
        }
        return FrameworkFile.read(file);
    }

    /** Ids of the frameworks that come with Gabion. */
    List<String> frameworks() throws IOException {
        List<String> ids = new ArrayList<>();
        try (Stream<Path> files = Files.list(root.resolve("frameworks"))) {
            files.map(f -> String.valueOf(f.getFileName()))
                    .filter(n -> n.endsWith(".yaml"))
                    .sorted()
                    .forEach(n -> ids.add(n.substring(0, n.length() - ".yaml".length())));
        }
        return ids;
    }

    static String version() {
        return System.getProperty("gabion.version", "0.1.0");
    }
}
