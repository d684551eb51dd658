package dev.gabion.kube.read;

import dev.gabion.kube.read.Chunk.Syntax;
import dev.gabion.kube.tree.Position;
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
        Problem utf16 = utf16(file.name(), window);
        if (utf16 != null) {
            return single(file.name(), utf16);
        }
        window.dropByteOrderMark();
        if (file.chartTemplate() && hasBraces(window)) {
            return single(file.name(), Templates.notRendered(file.name(), Position.FIRST));
        }
        Cutter cutter = new Cutter(file.name(), window, limits);
        if (file.name().endsWith(".json")) {
            return new JsonSplitter(cutter);
        }
        return beginsLikeJson(window) ? new SniffingSplitter(cutter, new JsonTree(limits)) : new YamlSplitter(cutter);
    }

    private static @Nullable Problem utf16(String name, Window window) throws IOException {
        int first = window.has(1) ? (window.at(0) & 0xFF) << 8 | (window.at(1) & 0xFF) : 0;
        if (first == 0xFEFF || first == 0xFFFE) {
            return Problem.error(
                    "encoding",
                    name,
                    "the file is UTF-16, Kubernetes tooling reads UTF-8",
                    "convert it: iconv -f UTF-16 -t UTF-8 FILE");
        }
        return null;
    }

    /** Whether the first bytes open a JSON object or array; two braces open a template. */
    private static boolean beginsLikeJson(Window window) throws IOException {
        int i = 0;
        while (window.has(i) && Window.isBlank(window.at(i))) {
            i++;
        }
        boolean braces = window.has(i + 1) && window.at(i) == '{' && window.at(i + 1) == '{';
        return window.has(i) && !braces && (window.at(i) == '{' || window.at(i) == '[');
    }

    private static boolean hasBraces(Window window) throws IOException {
        for (int i = 1; window.has(i); i++) {
            if (window.at(i) == '{' && window.at(i - 1) == '{') {
                return true;
            }
        }
        return false;
    }

    private static Splitter single(String name, Problem problem) {
        Chunk chunk = new Chunk(name, 0, 0, Position.FIRST, new byte[0], Syntax.YAML, problem);
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
