package dev.gabion.kube.read;

import dev.gabion.kube.tree.Node;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a JSON object whose arrays may not fit into memory: their items are handed over one by one. */
public final class JsonRecords {
    private JsonRecords() {}

    /** Takes the parts of the object in the order of the file. */
    public interface Handler {
        /** Whether the array of this name is to be handed over item by item. */
        boolean streams(String field);

        void item(String field, Node item) throws IOException;

        void field(String name, Node value) throws IOException;
    }

    /**
     * Reads one object.
     *
     * @throws IOException with line and column where the text is no JSON object
     */
    public static void read(InputStream in, Handler handler) throws IOException {
        JsonTree trees = new JsonTree(Limits.DEFAULT);
        try (JsonParser parser = trees.parser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken first = parser.nextToken();
                if (first == JsonToken.START_ARRAY && handler.streams(name)) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        handler.item(name, trees.value(parser));
                    }
                } else {
                    handler.field(name, trees.value(parser));
                }
            }
        } catch (SyntaxException e) {
            throw new IOException("byte " + e.offset() + ": " + e.text(), e);
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new IOException(
                    "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": " + e.getOriginalMessage(), e);
        }
    }
}
