package dev.gabion.kube.read;

import dev.gabion.kube.read.Chunk.Syntax;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream that begins like JSON but is not named so: JSON values one after the other, or YAML whose first
 * document is in flow style. What follows the first value tells, for in YAML it can only be a comment or a marker.
 */
final class SniffingSplitter implements Splitter {
    private final Window window;
    private final JsonTree parser;
    private final JsonSplitter json;
    private final YamlSplitter yaml;
    private Mode mode = Mode.UNDECIDED;

    private enum Mode {
        UNDECIDED,
        JSON,
        YAML
    }

    SniffingSplitter(Cutter cutter, JsonTree parser) {
        this.window = cutter.window();
        this.parser = parser;
        this.json = new JsonSplitter(cutter);
        this.yaml = new YamlSplitter(cutter);
    }

    @Override
    public @Nullable Chunk next() throws IOException {
        if (mode == Mode.YAML) {
            return yaml.next();
        }
        if (!skipSpaceAndComments()) {
            return null;
        }
        int end = atMarker(0) ? 0 : json.valueEnd();
        if (end == 0 || (mode == Mode.UNDECIDED && isFlowStyle(end))) {
            mode = Mode.YAML;
            return yaml.next();
        }
        mode = Mode.JSON;
        return json.value(end, json.opensValue(0) ? Syntax.SNIFFED : Syntax.JSON);
    }

    private boolean skipSpaceAndComments() throws IOException {
        while (json.skipSpace()) {
            if (window.at(0) != '#') {
                return true;
            }
            int i = 0;
            while (window.has(i) && window.at(i) != '\n') {
                i++;
            }
            window.drop(i);
        }
        return false;
    }

    /** Whether what looked like a JSON value is part of a YAML document. */
    private boolean isFlowStyle(int end) throws IOException {
        if (end > window.limit()) {
            return false;
        }
        int i = end;
        while (window.has(i) && JsonSplitter.isSpace(window.at(i))) {
            i++;
        }
        boolean goesOn = window.has(i) && !json.opensValue(i) && !atMarker(i);
        return goesOn && !isJson(end);
    }

    private boolean atMarker(int i) throws IOException {
        return window.isMarker(i, '-') || window.isMarker(i, '.');
    }

    private boolean isJson(int end) {
        try {
            return parser.parse(window.copy(end)).root() != null;
        } catch (SyntaxException e) {
            return false;
        }
    }
}
