package dev.gabion.kube.read;

import dev.gabion.kube.read.Chunk.Syntax;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The documents of one file or stream, cut but not parsed. Decides the syntax by name and first bytes. */
public final class Documents implements Closeable {
    private final InputStream in;
    private final Splitter splitter;

    private Documents(InputStream in, Splitter splitter) {
        this.in = in;
        this.splitter = splitter;
    }

    /** Opens a file found before. */
    public static Documents open(InputFile file, Limits limits) throws IOException {
        InputStream in = file.open();
        try {
            return of(file, in, limits);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The documents of a stream that is named and treated like the file. */
    public static Documents of(InputFile file, InputStream in, Limits limits) throws IOException {
        return new Documents(in, splitter(file, in, limits));
    }

    /** The next document, or null at the end. */
    public @Nullable Chunk next() throws IOException {
        return splitter.next();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static Splitter splitter(InputFile file, InputStream in, Limits limits) throws IOException {
        Window window = new Window(in, limits.documentBytes());
        while (window.size() < 4 && window.more()) {
            // a pipe may deliver a byte at a time
        }
        Problem foreign = foreign(file.name(), window);
        if (foreign != null) {
            return single(file.name(), foreign);
        }
        if (window.size() >= 3 && window.at(0) == (byte) 0xEF && window.at(1) == (byte) 0xBB) {
            window.drop(3);
        }
        if (file.chartTemplate() && hasBraces(window)) {
            return single(file.name(), Templates.notRendered(file.name(), 1, 1));
        }
        Syntax syntax = syntax(file, window);
        return syntax == Syntax.YAML
                ? new YamlSplitter(file.name(), window, limits)
                : new JsonSplitter(file.name(), window, limits, syntax);
    }

    private static @Nullable Problem foreign(String name, Window window) {
        int first = window.size() < 2 ? 0 : (window.at(0) & 0xFF) << 8 | (window.at(1) & 0xFF);
        if (first == 0xFEFF || first == 0xFFFE) {
            return Problem.error(
                    "encoding",
                    name,
                    "the file is UTF-16, Kubernetes tooling reads UTF-8",
                    "convert it: iconv -f UTF-16 -t UTF-8 FILE");
        }
        for (int i = 0; i < Math.min(window.size(), 4096); i++) {
            if (window.at(i) == 0) {
                return Problem.error(
                        "binaryFile",
                        name,
                        "the file is binary: it has a NUL byte at offset " + i,
                        "leave it out with .gabionignore");
            }
        }
        return null;
    }

    private static Syntax syntax(InputFile file, Window window) throws IOException {
        if (file.name().endsWith(".json")) {
            return Syntax.JSON;
        }
        int i = 0;
        while (true) {
            while (i < window.size() && isBlank(window.at(i))) {
                i++;
            }
            if (i + 1 < window.size() || window.full() || !window.more()) {
                break;
            }
        }
        if (i + 1 >= window.size() || window.at(i + 1) == '{') {
            return Syntax.YAML;
        }
        return window.at(i) == '{' || window.at(i) == '[' ? Syntax.SNIFFED : Syntax.YAML;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    private static boolean hasBraces(Window window) throws IOException {
        for (int i = 1; ; i++) {
            while (i >= window.size()) {
                if (window.full() || !window.more()) {
                    return false;
                }
            }
            if (window.at(i) == '{' && window.at(i - 1) == '{') {
                return true;
            }
        }
    }

    private static Splitter single(String name, Problem problem) {
        Chunk chunk = new Chunk(name, 0, 0, 1, new byte[0], Syntax.YAML, problem);
        return new Splitter() {
            private boolean given;

            @Override
            public @Nullable Chunk next() {
                if (given) {
                    return null;
                }
                given = true;
                return chunk;
            }
        };
    }
}
