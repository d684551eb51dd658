package dev.gabion.kube.read;

import dev.gabion.kube.read.Chunk.Syntax;
import dev.gabion.kube.tree.Position;

/** Cuts numbered documents from the window of one file. */
final class Cutter {
    private static final byte[] NOTHING = new byte[0];

    private final String file;
    private final Window window;
    private final Limits limits;
    private int index;

    Cutter(String file, Window window, Limits limits) {
        this.file = file;
        this.window = window;
        this.limits = limits;
    }

    Window window() {
        return window;
    }

    /** The first bytes of the window as the next document. */
    Chunk cut(int bytes, Syntax syntax) {
        long offset = window.offset();
        Position start = window.place();
        return new Chunk(file, index++, offset, start, window.cut(bytes), syntax, null);
    }

    /** Passes over a document that has a number but no content. */
    void pass(int bytes) {
        index++;
        window.drop(bytes);
    }

    /** The document at the window's start, which is over the limit; dropping its bytes is left to the splitter. */
    Chunk tooLarge(Syntax syntax) {
        Position start = window.place();
        Problem problem = new Problem(
                Problem.Level.ERROR,
                "documentTooLarge",
                file,
                start.line(),
                start.column(),
                "the document is larger than " + limits.documentSize(),
                "split it, or leave the file out with .gabionignore");
        return new Chunk(file, index++, window.offset(), start, NOTHING, syntax, problem);
    }
}
