package dev.gabion.cel.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads text protobuf without a schema: a message is a list of fields, a scalar is text. */
final class TextProto {
    private final String text;
    private int at;

    private TextProto(String text) {
        this.text = text;
    }

    /** A message: fields in order; names can repeat. */
    record Message(List<Field> fields) {
        @Nullable
        Message message(String name) {
            for (Field field : fields) {
                if (field.name.equals(name) && field.value instanceof Message m) {
                    return m;
                }
            }
            return null;
        }

        List<Message> messages(String name) {
            List<Message> all = new ArrayList<>();
            for (Field field : fields) {
                if (field.name.equals(name) && field.value instanceof Message m) {
                    all.add(m);
                }
            }
            return all;
        }

        boolean has(String name) {
            return fields.stream().anyMatch(f -> f.name.equals(name));
        }

        /** A scalar as text, or null. */
        @Nullable
        String text(String name) {
            byte[] bytes = bytes(name);
            return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
        }

        byte @Nullable [] bytes(String name) {
            for (Field field : fields) {
                if (field.name.equals(name) && field.value instanceof byte[] bytes) {
                    return bytes;
                }
            }
            return null;
        }
    }

    /** The value is a {@link Message} or the bytes of a scalar. */
    record Field(String name, Object value) {}

    static Message parse(String text) {
        TextProto reader = new TextProto(text);
        Message message = reader.message('\0');
        if (reader.at < text.length()) {
            throw new IllegalArgumentException("at " + reader.at);
        }
        return message;
    }

    private Message message(char end) {
        List<Field> fields = new ArrayList<>();
        blanks();
        while (at < text.length() && text.charAt(at) != end) {
            String name = name();
            blanks();
            if (text.charAt(at) == ':') {
                at++;
                blanks();
            }
            if (text.charAt(at) == '[') {
                at++;
                blanks();
                while (text.charAt(at) != ']') {
                    fields.add(new Field(name, value()));
                    blanks();
                    if (text.charAt(at) == ',') {
                        at++;
                        blanks();
                    }
                }
                at++;
            } else {
                fields.add(new Field(name, value()));
            }
            blanks();
            if (at < text.length() && (text.charAt(at) == ',' || text.charAt(at) == ';')) {
                at++;
                blanks();
            }
        }
        return new Message(fields);
    }

    private String name() {
        int from = at;
        if (text.charAt(at) == '[') {
            at = text.indexOf(']', at) + 1;
        } else {
            while (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_') {
                at++;
            }
        }
        if (at == from) {
            throw new IllegalArgumentException(
                    "no name at " + at + ": " + text.substring(at, Math.min(at + 30, text.length())));
        }
        return text.substring(from, at);
    }

    private Object value() {
        char c = text.charAt(at);
        if (c == '{' || c == '<') {
            at++;
            Message message = message(c == '{' ? '}' : '>');
            at++;
            return message;
        }
        if (c == '"' || c == '\'') {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            while (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
                string(out);
                blanks();
            }
            return out.toByteArray();
        }
        int from = at;
        while (at < text.length() && " \t\r\n,;}>]#".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at).getBytes(StandardCharsets.UTF_8);
    }

    private void string(ByteArrayOutputStream out) {
        char quote = text.charAt(at++);
        while (text.charAt(at) != quote) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c == '\\') {
                escape(out);
            } else {
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        at++;
    }

    private void escape(ByteArrayOutputStream out) {
        char c = text.charAt(at++);
        switch (c) {
            case 'a' -> out.write(7);
            case 'b' -> out.write(8);
            case 'f' -> out.write(12);
            case 'n' -> out.write(10);
            case 'r' -> out.write(13);
            case 't' -> out.write(9);
            case 'v' -> out.write(11);
            case 'x' -> out.write(digits(16, 2));
            case 'u' -> out.writeBytes(Character.toString(digits(16, 4)).getBytes(StandardCharsets.UTF_8));
            case 'U' -> out.writeBytes(Character.toString(digits(16, 8)).getBytes(StandardCharsets.UTF_8));
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                at--;
                out.write(digits(8, 3));
            }
            default -> out.write(c);
        }
    }

    private int digits(int base, int most) {
        int value = 0;
        for (int i = 0; i < most && Character.digit(text.charAt(at), base) >= 0; i++) {
            value = value * base + Character.digit(text.charAt(at++), base);
        }
        return value;
    }

    private void blanks() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '#')) {
            if (text.charAt(at) == '#') {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else {
                at++;
            }
        }
    }
}
