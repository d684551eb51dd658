package dev.gabion.kube.select;

import dev.gabion.kube.tree.FieldPath;
import dev.gabion.kube.tree.MapNode;
import dev.gabion.kube.tree.Node;
import dev.gabion.kube.tree.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/** A field selector: {@code metadata.name=web,status.phase!=Running}. An absent field has the empty value. */
public final class FieldSelector {
    private final List<Term> terms;

    private record Term(FieldPath path, String value, boolean negated) {}

    private FieldSelector(List<Term> terms) {
        this.terms = terms;
    }

    /**
     * Reads a selector; blank text selects everything. In values a backslash stands before a backslash, a comma or an
     * equals sign.
     *
     * @throws IllegalArgumentException where a term has no operator or no field, or a value is not escaped
     */
    public static FieldSelector parse(String text) {
        List<Term> terms = new ArrayList<>();
        for (String term : split(text)) {
            if (!term.isBlank()) {
                terms.add(term(term, text));
            }
        }
        return new FieldSelector(terms);
    }

    public boolean matches(MapNode object) {
        for (Term term : terms) {
            Node node = term.path.in(object);
            String actual = node instanceof ScalarNode s && !s.isNull() ? String.valueOf(s.value()) : "";
            if (actual.equals(term.value) == term.negated) {
                return false;
            }
        }
        return true;
    }

    private static Term term(String term, String whole) {
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '!' && term.startsWith("!=", i)) {
                return new Term(path(term.substring(0, i), whole), value(term.substring(i + 2), whole), true);
            } else if (c == '=') {
                int skip = term.startsWith("==", i) ? 2 : 1;
                return new Term(path(term.substring(0, i), whole), value(term.substring(i + skip), whole), false);
            }
        }
        throw new IllegalArgumentException("want field=value or field!=value in selector: " + whole);
    }

    private static FieldPath path(String field, String whole) {
        if (field.isBlank()) {
            throw new IllegalArgumentException("a term has no field in selector: " + whole);
        }
        return FieldPath.parse(field.strip());
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == ',') {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** A value with its escapes taken out; an equals sign and a comma must be escaped. */
    private static String value(String value, String whole) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean escape = c == '\\' && i + 1 < value.length() && "\\,=".indexOf(value.charAt(i + 1)) >= 0;
            if (!escape && (c == '\\' || c == '=')) {
                throw new IllegalArgumentException(
                        "escape \\ and = with a backslash in the values of selector: " + whole);
            }
            out.append(escape ? value.charAt(++i) : c);
        }
        return out.toString();
    }
}
