package dev.gabion.cel.eval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The string library, version 2. Positions and lengths count code points. */
final class StringFunctions {
    private StringFunctions() {}

    static @Nullable Function find(String name, int args) {
        return switch (name) {
            case "startsWith" -> (a, f) -> two(a) ? (Object) ((String) a[0]).startsWith((String) a[1]) : wrong(name, a);
            case "endsWith" -> (a, f) -> two(a) ? (Object) ((String) a[0]).endsWith((String) a[1]) : wrong(name, a);
            case "contains" -> (a, f) -> two(a) ? (Object) ((String) a[0]).contains((String) a[1]) : wrong(name, a);
            case "lowerAscii" -> (a, f) -> a[0] instanceof String s ? ascii(s, 'A', 'Z', 32) : wrong(name, a);
            case "upperAscii" -> (a, f) -> a[0] instanceof String s ? ascii(s, 'a', 'z', -32) : wrong(name, a);
            case "trim" -> (a, f) -> a[0] instanceof String s ? trim(s) : wrong(name, a);
            case "charAt" ->
                (a, f) -> a[0] instanceof String s && a[1] instanceof Long i ? charAt(s, i) : wrong(name, a);
            case "substring" -> (a, f) -> substring(a);
            case "replace" -> (a, f) -> replace(a);
            case "split" -> (a, f) -> split(a);
            case "join" -> (a, f) -> join(a);
            case "strings.quote" -> (a, f) -> a[0] instanceof String s ? quote(s) : wrong(name, a);
            case "format" -> args == 2 ? (a, f) -> Format.format(a) : null;
            default -> null;
        };
    }

    private static boolean two(Object[] args) {
        return args[0] instanceof String && args[1] instanceof String;
    }

    private static CelError wrong(String name, Object[] args) {
        return CelError.noOverload(name, args);
    }

    private static CelError range(long index) {
        return new CelError(CelError.Kind.INDEX_OR_RANGE, "index out of range: " + index);
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
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

    private static Object charAt(String text, long index) {
        int length = length(text);
        if (index < 0 || index > length) {
            return range(index);
        }
        if (index == length) {
            return "";
        }
        int at = text.offsetByCodePoints(0, (int) index);
        return text.substring(at, text.offsetByCodePoints(at, 1));
    }

    private static Object substring(Object[] args) {
        if (!(args[0] instanceof String text)
                || !(args[1] instanceof Long from)
                || !(args.length == 2 || args[2] instanceof Long)) {
            return wrong("substring", args);
        }
        int length = length(text);
        long to = args.length == 2 ? length : (Long) args[2];
        if (from < 0 || from > length) {
            return range(from);
        }
        if (to < 0 || to > length) {
            return range(to);
        }
        if (from > to) {
            return new CelError(
                    CelError.Kind.INDEX_OR_RANGE, "invalid substring range. start: %d, end: %d".formatted(from, to));
        }
        return text.substring(text.offsetByCodePoints(0, from.intValue()), text.offsetByCodePoints(0, (int) to));
    }

    /** First or last position of a part, from an optional offset; -1 where it is absent. */
    static Object position(String name, Object[] args, boolean last) {
        if (!(args[0] instanceof String text)
                || !(args[1] instanceof String part)
                || !(args.length == 2 || args[2] instanceof Long)) {
            return wrong(name, args);
        }
        int length = length(text);
        if (args.length == 2) {
            return codePointIndex(text, last ? text.lastIndexOf(part) : text.indexOf(part));
        }
        long from = (Long) args[2];
        if (part.isEmpty() && from == length) {
            return (long) length;
        }
        if (from < 0 || from >= length) {
            return range(from);
        }
        int at = text.offsetByCodePoints(0, (int) from);
        return codePointIndex(text, last ? text.lastIndexOf(part, at) : text.indexOf(part, at));
    }

    private static long codePointIndex(String text, int at) {
        return at < 0 ? -1 : text.codePointCount(0, at);
    }

    private static Object replace(Object[] args) {
        if (!(args[0] instanceof String text)
                || !(args[1] instanceof String old)
                || !(args[2] instanceof String fresh)
                || !(args.length == 3 || args[3] instanceof Long)) {
            return wrong("replace", args);
        }
        long limit = args.length == 3 ? -1 : (Long) args[3];
        if (old.isEmpty()) {
            return spread(text, fresh, limit);
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        long done = 0;
        for (int at = text.indexOf(old); at >= 0 && done != limit; at = text.indexOf(old, from)) {
            out.append(text, from, at).append(fresh);
            from = at + old.length();
            done++;
        }
        return out.append(text, from, text.length()).toString();
    }

    /** Replacing nothing puts the text before every character and at the end. */
    private static String spread(String text, String fresh, long limit) {
        StringBuilder out = new StringBuilder();
        long done = 0;
        int i = 0;
        while (i < text.length()) {
            if (done != limit) {
                out.append(fresh);
                done++;
            }
            int c = text.codePointAt(i);
            out.appendCodePoint(c);
            i += Character.charCount(c);
        }
        return done != limit ? out.append(fresh).toString() : out.toString();
    }

    private static Object split(Object[] args) {
        if (!two(args) || !(args.length == 2 || args[2] instanceof Long)) {
            return wrong("split", args);
        }
        long limit = args.length == 2 ? -1 : (Long) args[2];
        return limit == 0 ? ListValue.EMPTY : ListValue.copyOf(parts((String) args[0], (String) args[1], limit));
    }

    private static List<Object> parts(String text, String separator, long limit) {
        List<Object> parts = new ArrayList<>();
        int from = 0;
        while (limit < 0 || parts.size() < limit - 1) {
            int at;
            if (separator.isEmpty()) {
                at = from < text.length() ? text.offsetByCodePoints(from, 1) : -1;
                at = at == text.length() ? -1 : at;
            } else {
                at = text.indexOf(separator, from);
            }
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

    private static Object join(Object[] args) {
        if (!Lists.isList(args[0]) || !(args.length == 1 || args[1] instanceof String)) {
            return wrong("join", args);
        }
        String separator = args.length == 1 ? "" : (String) args[1];
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Lists.size(args[0]); i++) {
            Object item = Lists.get(args[0], i);
            if (!(item instanceof String text)) {
                return item instanceof CelError ? item : wrong("join", args);
            }
            out.append(i == 0 ? "" : separator).append(text);
        }
        return out.toString();
    }

    private static String quote(String text) {
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
