package dev.gabion.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lines of files on disk. To be made before the scan reads them: a file whose size or time of modification has changed
 * since then gives no lines, for they would not be those that were judged. Reads a file when its first line is asked
 * for, and remembers where the lines of the files asked for last begin. Not for several threads.
 */
public final class FileSources implements Sources {
    /** Bytes the remembered files have in all; the one in use is always remembered. */
    private static final long REMEMBERED = 64 << 20;

    private final Map<String, SourceText> texts = new HashMap<>();
    private final LinkedHashMap<String, FileLines> opened = new LinkedHashMap<>(16, 0.75f, true);
    private long openedSize;

    /**
     * Notes what the files are like now.
     *
     * @param files paths by the names findings use
     */
    public FileSources(Map<String, Path> files) {
        files.forEach((name, path) -> {
            try {
                texts.put(name, SourceText.Stored.of(path));
            } catch (IOException e) {
                // not there, so nothing to show; the scan says so itself
            }
        });
    }

    /** Adds a text that is no file, such as what came from standard input. */
    public FileSources with(String name, byte[] text) {
        texts.put(name, new SourceText.Held(text));
        return this;
    }

    @Override
    public @Nullable SourceLine line(String file, int number) {
        SourceText text = texts.get(file);
        if (text == null) {
            return null;
        }
        try {
            return lines(file, text).line(number);
        } catch (IOException e) {
            return null;
        }
    }

    private FileLines lines(String file, SourceText text) throws IOException {
        FileLines known = opened.get(file);
        if (known != null) {
            return known;
        }
        FileLines lines = FileLines.of(file, text);
        openedSize += text.size();
        Iterator<Map.Entry<String, FileLines>> oldest = opened.entrySet().iterator();
        while (openedSize > REMEMBERED && oldest.hasNext()) {
            openedSize -= oldest.next().getValue().size();
            oldest.remove();
        }
        opened.put(file, lines);
        return lines;
    }
}
