package dev.gabion.cel.differential;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes random expressions that type-check. The grammar is lines of {@code kind = text}; in a text {@code <kind>}
 * stands for another expression, {@code <x:kind>} declares a variable of the kind for what follows it in the text.
 */
public final class ExpressionGenerator {
    private final Map<String, List<String>> rules = new HashMap<>();
    private final Map<String, List<String>> leaves = new HashMap<>();
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final Random random;

    private record Scope(String name, String kind) {}

    public ExpressionGenerator(String grammar, Random random) {
        this.random = random;
        for (String line : grammar.split("\n", -1)) {
            int sign = line.indexOf(" = ");
            if (sign > 0) {
                String kind = line.substring(0, sign).strip();
                String text = line.substring(sign + 3).strip();
                rules.computeIfAbsent(kind, k -> new ArrayList<>()).add(text);
                if (text.indexOf('<') < 0 || !text.contains(">")) {
                    leaves.computeIfAbsent(kind, k -> new ArrayList<>()).add(text);
                }
            }
        }
    }

    /** An expression of the kind, with at most so many levels. */
    public String expression(String kind, int levels) {
        List<String> variables = new ArrayList<>();
        for (Scope scope : scopes) {
            if (scope.kind.equals(kind)) {
                variables.add(scope.name);
            }
        }
        if (!variables.isEmpty() && random.nextInt(3) == 0) {
            return oneOf(variables);
        }
        Map<String, List<String>> choice = levels <= 0 ? leaves : rules;
        return expand(oneOf(choice.getOrDefault(kind, rules.getOrDefault(kind, List.of()))), levels - 1);
    }

    private String oneOf(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String expand(String text, int levels) {
        StringBuilder out = new StringBuilder();
        int before = scopes.size();
        int at = 0;
        for (int open = next(text, 0); open >= 0; open = next(text, at)) {
            int close = text.indexOf('>', open);
            out.append(text, at, open);
            String inner = text.substring(open + 1, close);
            int colon = inner.indexOf(':');
            if (colon > 0) {
                String name = inner.substring(0, colon) + scopes.size();
                scopes.push(new Scope(name, inner.substring(colon + 1)));
                out.append(name);
            } else {
                out.append(expression(inner, levels));
            }
            at = close + 1;
        }
        while (scopes.size() > before) {
            scopes.pop();
        }
        return out.append(text, at, text.length()).toString();
    }

    /** The next {@code <} that a letter follows; elsewhere it is the operator. */
    private static int next(String text, int from) {
        int at = text.indexOf('<', from);
        while (at >= 0 && !(at + 1 < text.length() && Character.isLetter(text.charAt(at + 1)))) {
            at = text.indexOf('<', at + 1);
        }
        return at;
    }
}
