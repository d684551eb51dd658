package dev.gabion.cel.eval;

import org.jspecify.annotations.Nullable;

/**
 * Names of fields that are no CEL identifiers, as Kubernetes writes them where types are declared: {@code a-b} as
 * {@code a__dash__b}, {@code namespace} as {@code __namespace__}.
 */
public final class FieldNames {
    private static final String[] ESCAPES = {"__underscores__", "__dot__", "__dash__", "__slash__"};
    private static final String[] PLAIN = {"__", ".", "-", "/"};

    private FieldNames() {}

    /** The identifier for a name, or null where there can be none. */
    public static @Nullable String escape(String name) {
        if (name.isEmpty() || isDigit(name.charAt(0))) {
            return null;
        }
        if (isReserved(name)) {
            return "__" + name + "__";
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (name.startsWith("__", i)) {
                out.append(ESCAPES[0]);
                i++;
            } else if (c == '.' || c == '-' || c == '/') {
                out.append(ESCAPES[c == '.' ? 1 : c == '-' ? 2 : 3]);
            } else if (c == '_' || isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                out.append(c);
            } else {
                return null;
            }
        }
        return out.toString();
    }

    /** The name behind an identifier; what is no escape stands for itself. */
    public static String unescape(String identifier) {
        if (!identifier.contains("__")) {
            return identifier;
        }
        int inner = identifier.length() - 4;
        if (inner > 0 && identifier.startsWith("__") && identifier.endsWith("__")) {
            String word = identifier.substring(2, inner + 2);
            if (isReserved(word)) {
                return word;
            }
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < identifier.length()) {
            int escape = escapeAt(identifier, at);
            if (escape < 0) {
                out.append(identifier.charAt(at++));
            } else {
                out.append(PLAIN[escape]);
                at += ESCAPES[escape].length();
            }
        }
        return out.toString();
    }

    private static int escapeAt(String identifier, int at) {
        for (int i = 0; i < ESCAPES.length; i++) {
            if (identifier.startsWith(ESCAPES[i], at)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isReserved(String name) {
        return switch (name) {
            case "true",
                    "false",
                    "null",
                    "in",
                    "as",
                    "break",
                    "const",
                    "continue",
                    "else",
                    "for",
                    "function",
                    "if",
                    "import",
                    "let",
                    "loop",
                    "package",
                    "namespace",
                    "return",
                    "var",
                    "void",
                    "while" -> true;
            default -> false;
        };
    }
}
