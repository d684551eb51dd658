package dev.gabion.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Third-party inputs, which are not part of this repository: {@code GABION_DATA}, else {@code ../shared/data} beside
 * the checkout. A test that needs one that is absent is skipped with a line that says what was not run; where
 * {@code GABION_DATA_REQUIRED} is set, as in CI, it fails.
 */
public final class TestData {
    private TestData() {}

    /** A file of the data folder. */
    public static Path file(String name) {
        Path root = root();
        Path file = root == null ? null : root.resolve(name);
        if (file == null || !Files.exists(file)) {
            String message = "not run: needs third-party data " + name + " (set GABION_DATA)";
            if (System.getenv("GABION_DATA_REQUIRED") != null) {
                throw new AssertionError(message);
            }
            System.out.println(message);
            Assumptions.abort(message);
            throw new AssertionError(message);
        }
        return file;
    }

    /** The folder an archive of the data folder unpacks to; unpacked once into the build directory. */
    public static Path unpacked(String archive) {
        Path packed = file(archive + ".tar.xz");
        Path target = repository().resolve("target/data").resolve(archive);
        if (!Files.isDirectory(target)) {
            try {
                Path parent = Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Path partial = Files.createTempDirectory(parent, archive);
                Process tar = new ProcessBuilder("tar", "xJf", packed.toString(), "-C", partial.toString())
                        .inheritIO()
                        .start();
                if (!tar.waitFor(5, TimeUnit.MINUTES) || tar.exitValue() != 0) {
                    throw new AssertionError("tar could not unpack " + packed);
                }
                Files.move(partial, target);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
        return target;
    }

    /** The checkout's root, found upward from the working directory. */
    public static Path repository() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("CHANGELOG.md"))) {
            Path parent = at.getParent();
            if (parent == null) {
                throw new IllegalStateException("the tests do not run inside the checkout");
            }
            at = parent;
        }
        return at;
    }

    private static @Nullable Path root() {
        String set = System.getenv("GABION_DATA");
        if (set != null) {
            return Path.of(set);
        }
        Path beside = repository().resolve("../shared/data").normalize();
        return Files.isDirectory(beside) ? beside : null;
    }
}
