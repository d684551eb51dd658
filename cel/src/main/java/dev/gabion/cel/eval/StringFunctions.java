package dev.gabion.cel.eval;

import java.util.ArrayList;
import java.util.List;

/** The string library, version 2. Positions and lengths count code points. */
final class StringFunctions implements Function {
    private final String name;

    StringFunctions(String name) {
        this.name = name;
    }

    @Override
    public Object call(Object[] args, Frame frame) {
        if (name.equals("join")) {
            return join(args, frame);
        }
        if (!(args[0] instanceof String text)) {
            return CelError.noOverload(name, args);
        }
        return switch (name) {
            case "lowerAscii" -> ascii(text, 'A', 'Z', 32);
            case "upperAscii" -> ascii(text, 'a', 'z', -32);
            case "trim" -> trim(text);
            case "strings.quote" -> quote(text, frame);
            default -> args.length == 1 ? CelError.noOverload(name, args) : withArguments(text, args, frame);
        };
    }

    private Object withArguments(String text, Object[] args, Frame frame) {
        Object first = args[1];
        return switch (name) {
            case "startsWith" -> first instanceof String part ? (Object) text.startsWith(part) : wrong(args);
            case "endsWith" -> first instanceof String part ? (Object) text.endsWith(part) : wrong(args);
            case "contains" -> first instanceof String part ? (Object) text.contains(part) : wrong(args);
            case "charAt" -> first instanceof Long index ? charAt(text, index) : wrong(args);
            case "substring" -> first instanceof Long from ? substring(text, from, args) : wrong(args);
            case "replace" -> first instanceof String old ? replace(text, old, args, frame) : wrong(args);
            default -> first instanceof String separator ? split(text, separator, args, frame) : wrong(args);
        };
    }

    private CelError wrong(Object[] args) {
        return CelError.noOverload(name, args);
    }

    private static String ascii(String text, char from, char to, int shift) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c >= from && c <= to ? (char) (c + shift) : c);
        }
        return out.toString();
    }

    private static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Unicode White_Space, as Go has it. */
    private static boolean isSpace(char c) {
        return switch (c) {
            case '\t', '\n', 0x0B, '\f', '\r', ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> c >= 0x2000 && c <= 0x200A;
        };
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Object charAt(String text, long index) {
        int length = length(text);
        if (index < 0 || index > length) {
            return CelError.range(index);
        }
        if (index == length) {
            return "";
        }
        int at = text.offsetByCodePoints(0, (int) index);
        return text.substring(at, text.offsetByCodePoints(at, 1));
    }

    private Object substring(String text, long from, Object[] args) {
        if (args.length == 3 && !(args[2] instanceof Long)) {
            return wrong(args);
        }
        int length = length(text);
        long to = args.length == 3 ? (Long) args[2] : length;
        if (args.length == 3 && from > to) {
            return CelError.other("invalid substring range. start: " + from + ", end: " + to);
        }
        if (from < 0 || from > length) {
            return CelError.range(from);
        }
        if (to < 0 || to > length) {
            return CelError.range(to);
        }
        return text.substring(text.offsetByCodePoints(0, (int) from), text.offsetByCodePoints(0, (int) to));
    }

    private Object replace(String text, String old, Object[] args, Frame frame) {
        if (!(args[2] instanceof String fresh) || !(args.length == 3 || args[3] instanceof Long)) {
            return wrong(args);
        }
        long limit = args.length == 3 ? -1 : (Long) args[3];
        if (old.isEmpty()) {
            return spread(text, fresh, limit, frame);
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        long done = 0;
        for (int at = text.indexOf(old); at >= 0 && done != limit; at = text.indexOf(old, from)) {
            frame.tick();
            frame.produce(fresh.length() + (long) at - from);
            out.append(text, from, at).append(fresh);
            from = at + old.length();
            done++;
        }
        frame.produce(text.length() - from);
        return out.append(text, from, text.length()).toString();
    }

    /** Replacing nothing puts the text before every character and at the end. */
    private static String spread(String text, String fresh, long limit, Frame frame) {
        StringBuilder out = new StringBuilder();
        long done = 0;
        int i = 0;
        while (i < text.length()) {
            frame.tick();
            if (done != limit) {
                frame.produce(fresh.length());
                out.append(fresh);
                done++;
            }
            int c = text.codePointAt(i);
            out.appendCodePoint(c);
            i += Character.charCount(c);
        }
        return done != limit ? out.append(fresh).toString() : out.toString();
    }

    private Object split(String text, String separator, Object[] args, Frame frame) {
        if (args.length == 3 && !(args[2] instanceof Long)) {
            return wrong(args);
        }
        long limit = args.length == 3 ? (Long) args[2] : -1;
        frame.produce(text.length());
        return limit == 0 ? ListValue.EMPTY : ListValue.of(parts(text, separator, limit, frame));
    }

    private static List<Object> parts(String text, String separator, long limit, Frame frame) {
        List<Object> parts = new ArrayList<>();
        int from = 0;
        while (limit < 0 || parts.size() < limit - 1) {
            frame.tick();
            int at = separator.isEmpty() ? afterOne(text, from) : text.indexOf(separator, from);
            if (at < 0) {
                break;
            }
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        if (!(separator.isEmpty() && text.isEmpty())) {
            parts.add(text.substring(from));
        }
        return parts;
    }

    /** Where the character at {@code from} ends, or -1 if it is the last. */
    private static int afterOne(String text, int from) {
        int at = from < text.length() ? text.offsetByCodePoints(from, 1) : text.length();
        return at == text.length() ? -1 : at;
    }

    private Object join(Object[] args, Frame frame) {
        boolean separated = args.length > 1;
        if (!Lists.isList(args[0])
                || (separated && !(args[1] instanceof String))
                || !(Lists.size(args[0]) == 0 || Lists.get(args[0], 0) instanceof String)) {
            return wrong(args);
        }
        String separator = separated ? (String) args[1] : "";
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Lists.size(args[0]); i++) {
            frame.tick();
            Object item = Lists.get(args[0], i);
            if (!(item instanceof String text)) {
                return item instanceof CelError ? item : CelError.other("join: invalid input: " + Types.nameOf(item));
            }
            frame.produce((long) text.length() + separator.length());
            out.append(i == 0 ? "" : separator).append(text);
        }
        return out.toString();
    }

    private static String quote(String text, Frame frame) {
        frame.produce(2L * text.length());
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case 7 -> out.append("\\a");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case 11 -> out.append("\\v");
                case '\\' -> out.append("\\\\");
                case '"' -> out.append("\\\"");
                default -> out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
