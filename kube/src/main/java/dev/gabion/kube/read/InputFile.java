package dev.gabion.kube.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file to read.
 *
 * @param path where it is; null for standard input
 * @param name how it is reported: the path as given on the command line joined with the path below it
 * @param named whether the user named this very file, rather than a directory above it
 * @param chartTemplate whether it lies in the {@code templates} directory of a Helm chart
 */
public record InputFile(@Nullable Path path, String name, boolean named, boolean chartTemplate) {
    /** The name standard input is reported under. */
    public static final String STDIN = "<stdin>";

    public static InputFile stdin() {
        return new InputFile(null, STDIN, true, false);
    }

    InputFile asNamed() {
        return new InputFile(path, name, true, chartTemplate);
    }

    InputStream open() throws IOException {
        Path file = path;
        return file == null ? System.in : Files.newInputStream(file);
    }
}
