package dev.gabion.controls.credential;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds credentials that are set by name inside text: {@code password=…} in a file, {@code --token …} on a command line.
 */
public final class Assignments {
    /** Words before {@code secret} that make it the secret itself rather than the name of an object. */
    private static final Set<String> SECRET_OF =
            Set.of("client", "shared", "consumer", "app", "api", "oauth", "oauth2", "jwt", "cookie", "session");

    private static final String CODE = "(){}[]<>$`|&;";

    private Assignments() {}

    /** The first name a file sets to a credential, or null. Comments count as nothing. */
    public static @Nullable String inFile(String text) {
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            String name =
                    end - from > 2_000 ? null : inLine(text.substring(from, end).strip());
            if (name != null) {
                return name;
            }
            from = end + 1;
        }
        return null;
    }

    private static @Nullable String inLine(String line) {
        boolean item = line.startsWith("- ");
        if (line.isEmpty() || (!item && "#;/*<-|".indexOf(line.charAt(0)) >= 0)) {
            return null;
        }
        String text = item ? line.substring(2).strip() : line;
        text = text.startsWith("export ") ? text.substring(7) : text;
        int start = isQuote(text) ? 1 : 0;
        int end = start;
        while (end < text.length() && isNameChar(text.charAt(end))) {
            end++;
        }
        if (end == start) {
            return null;
        }
        String name = text.substring(start, end);
        String rest =
                text.substring(start > 0 && end < text.length() ? end + 1 : end).strip();
        if (rest.length() < 2 || (rest.charAt(0) != '=' && rest.charAt(0) != ':')) {
            return null;
        }
        return sets(name, value(rest.substring(1))) ? name : null;
    }

    private static String value(String text) {
        String value = text.strip();
        if (isQuote(value)) {
            int close = value.indexOf(value.charAt(0), 1);
            return close < 0 ? "" : value.substring(1, close);
        }
        int comment = value.indexOf(" #");
        value = comment < 0 ? value : value.substring(0, comment).strip();
        return value.endsWith(",") || value.endsWith(";") ? value.substring(0, value.length() - 1) : value;
    }

    private static boolean sets(String name, String value) {
        if (!CredentialNames.names(name) || !CredentialNames.isLiteral(value) || value.length() < 4) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (CODE.indexOf(value.charAt(i)) >= 0) {
                return false;
            }
        }
        if (!CredentialNames.namesPassword(name) && !CredentialNames.isKeyLike(value)) {
            return false;
        }
        List<String> words = CredentialNames.words(name);
        boolean secret = words.getLast().equals("secret") && words.size() > 1;
        return !secret || SECRET_OF.contains(words.get(words.size() - 2));
    }

    /** The first name a command line sets to a credential, or null. Each item is an argument, or a script in one. */
    public static @Nullable String inArgument(String argument, @Nullable String next) {
        if (argument.indexOf(' ') < 0 && argument.indexOf('\n') < 0) {
            return inWord(argument, next);
        }
        String[] words = argument.split("\\s+", -1);
        for (int i = 0; i < words.length; i++) {
            String name = inWord(words[i], i + 1 < words.length ? words[i + 1] : null);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private static @Nullable String inWord(String word, @Nullable String next) {
        boolean flag = word.startsWith("-");
        String text = flag ? word.substring(word.startsWith("--") ? 2 : 1) : word;
        int sign = text.indexOf('=');
        String name = sign < 0 ? text : text.substring(0, sign);
        if (name.isEmpty() || !name.chars().allMatch(c -> isNameChar((char) c))) {
            return null;
        }
        if (sign >= 0) {
            return sets(name, value(text.substring(sign + 1))) ? name : null;
        }
        if (!flag || next == null || next.startsWith("-")) {
            return null;
        }
        return sets(name, value(next)) ? name : null;
    }

    private static boolean isQuote(String text) {
        return !text.isEmpty() && (text.charAt(0) == '"' || text.charAt(0) == '\'');
    }

    private static boolean isNameChar(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '.';
    }
}
