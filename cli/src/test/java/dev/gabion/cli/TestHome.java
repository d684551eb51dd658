package dev.gabion.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An installation made of the build's parts, and commands run in it within the test's own process. */
final class TestHome {
    private TestHome() {}

    /** What a command printed and how it ended. */
    record Run(int code, String out, String err) {
        String lastError() {
            List<String> lines = err.lines().toList();
            return lines.isEmpty() ? "" : lines.getLast();
        }
    }

    static synchronized void install() {
        Path home = Path.of("target/test-home").toAbsolutePath();
        try {
            Files.createDirectories(home.resolve("frameworks"));
            copy(Path.of("../controls/target/catalogue.bin"), home.resolve("catalogue.bin"));
            copy(Path.of("../kube/src/main/schema/fields-v1.36.txt"), home.resolve("fields-v1.36.txt"));
            try (Stream<Path> files = Files.list(Path.of("../controls/src/main/frameworks"))) {
                for (Path file : files.toList()) {
                    copy(file, home.resolve("frameworks").resolve(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty("gabion.home", home.toString());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.write(to, Files.readAllBytes(from));
    }

    static Run run(String... words) {
        install();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(List.of(words), new Terminal(out, err));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
