package dev.gabion.kube.read;

import dev.gabion.kube.read.Chunk.Syntax;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream that begins like JSON but is not named so: JSON values one after the other, or YAML whose first
 * document is in flow style. What follows a value tells, for nothing may follow a flow mapping of YAML but a marker.
 */
final class SniffingSplitter implements Splitter {
    private final Window window;
    private final JsonSplitter json;
    private final YamlSplitter yaml;
    private boolean isYaml;

    SniffingSplitter(Cutter cutter) {
        this.window = cutter.window();
        this.json = new JsonSplitter(cutter, Syntax.SNIFFED);
        this.yaml = new YamlSplitter(cutter);
    }

    @Override
    public @Nullable Chunk next() throws IOException {
        if (!isYaml && json.skipSpace()) {
            isYaml = !opensValue(0);
        }
        if (isYaml) {
            return yaml.next();
        }
        if (!window.has(0)) {
            return null;
        }
        int end = json.valueEnd();
        isYaml = end <= window.limit() && !mayFollow(end);
        return isYaml ? yaml.next() : json.value(end);
    }

    /** Whether another JSON value, a marker or nothing comes after this one. */
    private boolean mayFollow(int end) throws IOException {
        int i = end;
        while (window.has(i) && JsonSplitter.isSpace(window.at(i))) {
            i++;
        }
        return !window.has(i) || opensValue(i) || window.isMarker(i, '-') || window.isMarker(i, '.');
    }

    private boolean opensValue(int i) throws IOException {
        return window.has(i) && (window.at(i) == '{' || window.at(i) == '[');
    }
}
