package dev.gabion.controls.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names people give to credentials, and values that are none whatever the name. A name counts when its last word says
 * what it is: {@code DB_PASSWORD} does, {@code PASSWORD_FILE} and {@code tokenExpiry} do not.
 */
public final class CredentialNames {
    private static final Set<String> LAST_WORDS = Set.of(
            "password",
            "passwd",
            "passphrase",
            "passcode",
            "pwd",
            "secret",
            "token",
            "credential",
            "credentials",
            "apikey",
            "secretkey",
            "privatekey",
            "accesstoken",
            "authtoken");

    private static final List<String> LAST_PARTS = List.of(
            "password", "passwd", "passphrase", "apikey", "secretkey", "privatekey", "accesstoken", "authtoken");

    /** Words before {@code key}. */
    private static final Set<String> KEYS = Set.of(
            "api",
            "access",
            "secret",
            "private",
            "encryption",
            "signing",
            "master",
            "account",
            "auth",
            "shared",
            "storage",
            "cookie",
            "session",
            "hmac",
            "jwt");

    /** Words after the one that matters. */
    private static final Set<String> TRAILERS = Set.of(
            "value", "base64", "b64", "plain", "plaintext", "text", "base", "dev", "prod", "test", "staging", "txt");

    private static final Set<String> SWITCHES = Set.of(
            "enable", "enabled", "disable", "use", "allow", "require", "skip", "no", "is", "has", "with", "max", "min",
            "num");

    private static final Set<String> NOTHING = Set.of(
            "true",
            "false",
            "yes",
            "no",
            "on",
            "off",
            "none",
            "null",
            "nil",
            "undefined",
            "unset",
            "empty",
            "optional",
            "required",
            "enabled",
            "disabled",
            "string",
            "str",
            "bytes",
            "text",
            "object",
            "number",
            "integer",
            "boolean",
            "redacted",
            "placeholder",
            "masked",
            "hidden",
            "todo");

    private static final List<String> REFERENCES = List.of(
            "$",
            "{{",
            "<",
            "%(",
            "%{",
            "#{",
            "@Microsoft.KeyVault",
            "vault:",
            "ref+",
            "op://",
            "sm://",
            "awssm:",
            "arn:",
            "projects/",
            "file:",
            "env:",
            "secret:",
            "secretref:",
            "!",
            "/",
            "./",
            "../",
            "~/",
            "replace",
            "insert",
            "your",
            "enter");

    private CredentialNames() {}

    /** Whether a name is one of a credential. */
    public static boolean names(String name) {
        List<String> words = words(name);
        while (words.size() > 1 && (TRAILERS.contains(words.getLast()) || isNumber(words.getLast()))) {
            words.removeLast();
        }
        if (words.isEmpty() || SWITCHES.contains(words.getFirst())) {
            return false;
        }
        String last = words.getLast().replaceAll("[0-9]+$", "");
        String before = words.size() > 1 ? words.get(words.size() - 2) : "";
        return switch (last) {
            case "pwd" -> words.size() > 1;
            case "pass" -> words.size() > 1;
            case "key" -> KEYS.contains(before);
            case "token" -> !before.equals("cluster");
            default -> LAST_WORDS.contains(last) || LAST_PARTS.stream().anyMatch(last::endsWith);
        };
    }

    /** Whether a value may be the credential itself: no reference, path, switch or placeholder. */
    public static boolean isLiteral(String value) {
        String text = value.strip();
        if (text.isEmpty() || text.chars().anyMatch(Character::isWhitespace)) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (NOTHING.contains(lower)
                || isMask(text)
                || text.contains("$(")
                || text.contains("${")
                || text.contains("{{")) {
            return false;
        }
        if (REFERENCES.stream().anyMatch(r -> lower.startsWith(r.toLowerCase(Locale.ROOT)))) {
            return false;
        }
        return !text.contains("=/") && (!text.contains("://") || text.contains("@"));
    }

    /** Whether a value is long enough and no plain number: what tokens and keys are, and passwords need not be. */
    public static boolean isKeyLike(String value) {
        return value.strip().length() >= 8 && !isNumber(value.strip());
    }

    /** Whether the name is one of a password, which may be short and plain. */
    public static boolean namesPassword(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("pass") || lower.endsWith("pwd");
    }

    private static boolean isMask(String text) {
        return text.chars().allMatch(c -> "*xX.-_•".indexOf(c) >= 0);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    }

    /** The words of a name in lower case: split at punctuation and at capitals. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean capital = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
            if (capital || !Character.isLetterOrDigit(c)) {
                finish(word, words);
            }
            if (Character.isLetterOrDigit(c)) {
                word.append(Character.toLowerCase(c));
            }
        }
        finish(word, words);
        return words;
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
