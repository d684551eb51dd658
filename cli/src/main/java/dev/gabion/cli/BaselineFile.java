package dev.gabion.cli;

import dev.gabion.controls.engine.ActiveControl;
import dev.gabion.finding.Finding;
import dev.gabion.report.BaselinePrinter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes baselines. */
final class BaselineFile {
    private BaselineFile() {}

    static void write(Path file, Iterable<Finding> findings, List<ActiveControl> controls)
            throws IOException, UsageException {
        Map<String, String> digests = new TreeMap<>();
        controls.forEach(c -> digests.put(c.control().id(), c.control().head().digest()));
        Path partial = Outputs.partial(file);
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial))) {
                BaselinePrinter.print(findings, digests, out);
            }
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
