package dev.gabion.kube.select;

import dev.gabion.kube.select.LabelSelector.Operator;
import dev.gabion.kube.select.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Reads label selectors as they are typed: {@code app in (a, b), tier != db, !canary}. */
public final class SelectorText {
    private final String text;
    private int at;

    private SelectorText(String text) {
        this.text = text;
    }

    /**
     * Reads a selector; blank text selects everything.
     *
     * @throws IllegalArgumentException with the column of what does not fit
     */
    public static LabelSelector parse(String text) {
        SelectorText parser = new SelectorText(text);
        List<Requirement> all = new ArrayList<>();
        parser.blanks();
        while (parser.at < text.length()) {
            all.add(parser.requirement());
            parser.blanks();
            if (parser.at < text.length()) {
                parser.expect(',');
                parser.blanks();
                if (parser.at == text.length()) {
                    throw parser.wrong("a requirement after the comma");
                }
            }
        }
        return LabelSelector.of(all);
    }

    private Requirement requirement() {
        if (take('!')) {
            blanks();
            return new Requirement(key(), Operator.DOES_NOT_EXIST, List.of());
        }
        String key = key();
        blanks();
        if (at == text.length() || text.charAt(at) == ',') {
            return new Requirement(key, Operator.EXISTS, List.of());
        }
        if (take('=')) {
            take('=');
            return new Requirement(key, Operator.IN, List.of(value()));
        }
        if (take('!')) {
            expect('=');
            return new Requirement(key, Operator.NOT_IN, List.of(value()));
        }
        if (take('>')) {
            return new Requirement(key, Operator.GREATER, List.of(number()));
        }
        if (take('<')) {
            return new Requirement(key, Operator.LESS, List.of(number()));
        }
        int from = at;
        return switch (word("an operator")) {
            case "in" -> new Requirement(key, Operator.IN, set());
            case "notin" -> new Requirement(key, Operator.NOT_IN, set());
            default -> {
                at = from;
                throw wrong("in, notin, =, !=, < or >");
            }
        };
    }

    private String value() {
        blanks();
        return at == text.length() || text.charAt(at) == ',' ? "" : labelValue();
    }

    private String labelValue() {
        int from = at;
        String value = word("a label value");
        return valid(LabelSyntax.isValue(value), value, "a label value", from);
    }

    private String key() {
        int from = at;
        String key = word("a label key");
        return valid(LabelSyntax.isKey(key), key, "a label key", from);
    }

    private String valid(boolean holds, String word, String wanted, int from) {
        if (!holds) {
            at = from;
            throw wrong(wanted);
        }
        return word;
    }

    private String number() {
        int from = at;
        String value = value();
        try {
            Long.parseLong(value);
        } catch (NumberFormatException e) {
            at = from;
            throw wrong("an integer");
        }
        return value;
    }

    private List<String> set() {
        blanks();
        expect('(');
        TreeSet<String> values = new TreeSet<>();
        do {
            blanks();
            boolean empty = at < text.length() && (text.charAt(at) == ',' || text.charAt(at) == ')');
            values.add(empty ? "" : labelValue());
            blanks();
        } while (take(','));
        expect(')');
        return List.copyOf(values);
    }

    private String word(String wanted) {
        int from = at;
        while (at < text.length() && " \t\r\n,()=!<>".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == from) {
            throw wrong(wanted);
        }
        return text.substring(from, at);
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean take(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!take(c)) {
            throw wrong("'" + c + "'");
        }
    }

    private IllegalArgumentException wrong(String wanted) {
        return new IllegalArgumentException("want " + wanted + " at column " + (at + 1) + " of selector: " + text);
    }
}
