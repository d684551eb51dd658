package dev.gabion.controls.component;

import dev.gabion.kube.tree.FieldPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Splits the text of {@code sh -c} into simple commands: words, quotes, continued lines, variables the environment or
 * the script itself sets, redirections and comments. What a substitution or an unset variable gives is unknown.
 */
final class ShellScript {
    private final String text;
    private final Variables environment;
    private final FieldPath place;
    private final Map<String, String> assigned = new HashMap<>();
    private final List<List<Word>> commands = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private StringBuilder word = new StringBuilder();
    private boolean inWord;
    private boolean redirected;
    private @Nullable String unknown;
    private int at;

    private ShellScript(String text, Variables environment, FieldPath place) {
        this.text = text;
        this.environment = environment;
        this.place = place;
    }

    static List<List<Word>> commands(String text, Variables environment, FieldPath place) {
        ShellScript script = new ShellScript(text, environment, place);
        script.read();
        return script.commands;
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case ' ', '\t', '\r' -> endWord();
                case '\n', ';', '&', '|', '(', ')' -> endCommand(c);
                case '<', '>' -> redirect();
                case '\'' -> quoted();
                case '"' -> doubleQuoted();
                case '\\' -> escaped();
                case '$' -> variable();
                case '`' -> backticks();
                case '#' -> hash();
                default -> add(c);
            }
        }
        endCommand('\n');
    }

    private void add(char c) {
        word.append(c);
        inWord = true;
    }

    private void hash() {
        if (inWord) {
            add('#');
            return;
        }
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }

    private void quoted() {
        inWord = true;
        while (at < text.length() && text.charAt(at) != '\'') {
            word.append(text.charAt(at++));
        }
        at++;
    }

    private void doubleQuoted() {
        inWord = true;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            switch (c) {
                case '\\' -> escaped();
                case '$' -> variable();
                case '`' -> backticks();
                default -> word.append(c);
            }
        }
        at++;
    }

    private void escaped() {
        if (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\n') {
                add(c);
            }
        }
    }

    private void variable() {
        inWord = true;
        char c = at < text.length() ? text.charAt(at) : 0;
        if (c == '(') {
            substitution();
        } else if (c == '{') {
            int close = text.indexOf('}', at);
            close = close < 0 ? text.length() : close;
            expand(text.substring(at + 1, close));
            at = Math.min(close + 1, text.length());
        } else {
            int from = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            at += at == from && at < text.length() ? 1 : 0;
            expand(text.substring(from, at));
        }
    }

    private void substitution() {
        int depth = 0;
        int from = at;
        do {
            char c = text.charAt(at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        } while (depth > 0 && at < text.length());
        missing("what the command $" + text.substring(from, at) + " prints");
    }

    private void backticks() {
        int close = text.indexOf('`', at);
        close = close < 0 ? text.length() : close;
        inWord = true;
        missing("what the command " + text.substring(at, close) + " prints");
        at = Math.min(close + 1, text.length());
    }

    private void expand(String name) {
        Variables.Value value = environment.get(name);
        String own = assigned.get(name);
        if (own != null) {
            word.append(own);
        } else if (value != null && value.unknown() == null) {
            word.append(value.text());
        } else {
            missing("the value of the variable " + name);
        }
    }

    private void missing(String what) {
        unknown = unknown == null ? what : unknown;
    }

    /** A file descriptor before the sign and the file after it are no words of the command. */
    private void redirect() {
        boolean descriptor = inWord && word.chars().allMatch(Character::isDigit);
        if (descriptor) {
            clearWord();
        }
        endWord();
        while (at < text.length() && "<>&".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        redirected = true;
    }

    private void endWord() {
        if (!inWord) {
            return;
        }
        if (redirected) {
            redirected = false;
        } else {
            words.add(new Word(word.toString(), place, false, unknown));
        }
        clearWord();
    }

    private void clearWord() {
        word = new StringBuilder();
        inWord = false;
        unknown = null;
    }

    private void endCommand(char separator) {
        endWord();
        redirected = false;
        if (!words.isEmpty()) {
            assign();
            commands.add(words);
            words = new ArrayList<>();
        }
        if (separator == '&' && at < text.length() && text.charAt(at) == '>') {
            at++;
            redirected = true;
        }
    }

    /** A command that only sets variables sets them for the rest of the script. */
    private void assign() {
        for (Word each : words) {
            int equals = each.text().indexOf('=');
            String set = each.text().startsWith("export") && equals < 0 ? "" : each.text();
            if (!set.isEmpty() && equals <= 0) {
                return;
            }
        }
        for (Word each : words) {
            int equals = each.text().indexOf('=');
            if (equals > 0 && each.unknown() == null) {
                assigned.put(each.text().substring(0, equals), each.text().substring(equals + 1));
            }
        }
    }
}
