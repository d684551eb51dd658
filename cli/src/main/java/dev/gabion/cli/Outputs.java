package dev.gabion.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where reports go: {@code -o FORMAT[=FILE]}. A file is written beside its place and renamed when it is whole, so that a
 * reader never sees half of it; that it can be written is found out before any work is done.
 */
final class Outputs implements Closeable {
    private final List<Output> outputs = new ArrayList<>();

    /** One report to print. */
    static final class Output {
        private final String format;
        private final @Nullable Path file;
        private final @Nullable Path partial;

        private Output(String format, @Nullable Path file, @Nullable Path partial) {
            this.format = format;
            this.file = file;
            this.partial = partial;
        }

        String format() {
            return format;
        }

        boolean toStandardOutput() {
            return file == null;
        }
    }

    /** Reads the option, {@code table} to standard output where it is not given. */
    static Outputs of(Arguments arguments, List<String> formats) throws UsageException, IOException {
        Outputs all = new Outputs();
        try {
            for (String text : arguments.has("output") ? arguments.all("output") : List.of("table")) {
                all.add(text, formats);
            }
        } catch (UsageException | IOException e) {
            all.close();
            throw e;
        }
        long toStandardOutput =
                all.outputs.stream().filter(Output::toStandardOutput).count();
        if (toStandardOutput > 1) {
            all.close();
            throw new UsageException("two reports for standard output; give one a file: -o json=report.json");
        }
        return all;
    }

    private void add(String text, List<String> formats) throws UsageException, IOException {
        int equals = text.indexOf('=');
        String format = equals < 0 ? text : text.substring(0, equals);
        if (!formats.contains(format)) {
            String near = Nearest.to(format, formats);
            throw new UsageException("unknown format " + format + (near == null ? "" : ", did you mean " + near + "?")
                    + "; there are " + String.join(", ", formats));
        }
        if (equals < 0) {
            outputs.add(new Output(format, null, null));
            return;
        }
        Path file = Path.of(text.substring(equals + 1)).toAbsolutePath();
        if (Files.isDirectory(file)) {
            throw new UsageException(file + " is a directory; name a file");
        }
        outputs.add(new Output(format, file, partial(file)));
    }

    /** A new file in the same directory, readable as any other file would be. */
    static Path partial(Path file) throws UsageException {
        Path directory = file.toAbsolutePath().getParent();
        Path partial = (directory == null ? Path.of(".") : directory)
                .resolve("." + file.getFileName() + ".gabion-"
                        + ProcessHandle.current().pid());
        try {
            return Files.createFile(partial);
        } catch (IOException e) {
            throw new UsageException(
                    "cannot write " + file + ": " + e.getClass().getSimpleName().replace("Exception", "")
                            + "; check that the directory exists and may be written");
        }
    }

    List<Output> all() {
        return outputs;
    }

    /** Whether a report of this format goes to standard output. */
    boolean toStandardOutput(String format) {
        return outputs.stream().anyMatch(o -> o.toStandardOutput() && o.format().equals(format));
    }

    /** Something that writes a report. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    void write(Output output, Terminal terminal, Content content) throws IOException {
        Path file = output.file;
        Path partial = output.partial;
        if (file == null || partial == null) {
            content.write(terminal.out());
            terminal.flush();
            return;
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial))) {
            content.write(out);
        }
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what was begun and not finished. */
    @Override
    public void close() throws IOException {
        for (Output output : outputs) {
            if (output.partial != null) {
                Files.deleteIfExists(output.partial);
            }
        }
    }
}
