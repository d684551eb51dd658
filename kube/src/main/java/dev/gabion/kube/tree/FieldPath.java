package dev.gabion.kube.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A path from a node to one below it, written {@code spec.containers[0].securityContext} with keys that are not plain
 * words quoted: {@code metadata.annotations["a.b/c"]}. In a pattern {@code [*]} stands for every item of a list.
 */
public final class FieldPath {
    /** The path that stays where it is. */
    public static final FieldPath ROOT = new FieldPath(List.of());

    /** One step down: a key of a map, an item of a list, or every item. */
    public sealed interface Step {
        record Key(String name) implements Step {}

        record Item(int index) implements Step {
            public Item {
                if (index < 0) {
                    throw new IllegalArgumentException("an item has no negative index: " + index);
                }
            }
        }

        record Every() implements Step {}
    }

    private static final Step EVERY = new Step.Every();

    private final List<Step> steps;

    private FieldPath(List<Step> steps) {
        this.steps = steps;
    }

    public static FieldPath of(List<Step> steps) {
        return steps.isEmpty() ? ROOT : new FieldPath(List.copyOf(steps));
    }

    /**
     * Reads a path or pattern.
     *
     * @throws IllegalArgumentException with the column of the first character that does not fit
     */
    public static FieldPath parse(String text) {
        return new Parser(text).parse();
    }

    public List<Step> steps() {
        return steps;
    }

    public FieldPath key(String name) {
        return plus(new Step.Key(name));
    }

    public FieldPath item(int index) {
        return plus(new Step.Item(index));
    }

    public FieldPath plus(FieldPath tail) {
        if (steps.isEmpty()) {
            return tail;
        }
        List<Step> all = new ArrayList<>(steps.size() + tail.steps.size());
        all.addAll(steps);
        all.addAll(tail.steps);
        return new FieldPath(all);
    }

    private FieldPath plus(Step step) {
        List<Step> all = new ArrayList<>(steps.size() + 1);
        all.addAll(steps);
        all.add(step);
        return new FieldPath(all);
    }

    /** Whether this path leads to a node at or below the one another leads to. */
    public boolean startsWith(FieldPath other) {
        return steps.size() >= other.steps.size()
                && steps.subList(0, other.steps.size()).equals(other.steps);
    }

    public boolean isPattern() {
        return steps.contains(EVERY);
    }

    /** The node at this path, or null where a step leads nowhere. Not for patterns. */
    public @Nullable Node in(Node root) {
        Node node = root;
        for (Step step : steps) {
            Node next = step(node, step);
            if (next == null) {
                return null;
            }
            node = next;
        }
        return node;
    }

    static @Nullable Node step(Node from, Step step) {
        Node node = from instanceof RefusedNode refused ? refused.original() : from;
        return switch (step) {
            case Step.Key(String name) -> node instanceof MapNode m ? m.get(name) : null;
            case Step.Item(int index) -> node instanceof ListNode l && index < l.size() ? l.get(index) : null;
            case Step.Every() -> throw new IllegalStateException("a pattern has no single node");
        };
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof FieldPath p && steps.equals(p.steps);
    }

    @Override
    public int hashCode() {
        return Objects.hash(steps);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Step.Key(String name) -> appendKey(out, name);
                case Step.Item(int index) -> out.append('[').append(index).append(']');
                case Step.Every() -> out.append("[*]");
            }
        }
        return out.toString();
    }

    private static void appendKey(StringBuilder out, String name) {
        if (isPlain(name)) {
            out.append(out.isEmpty() ? "" : ".").append(name);
            return;
        }
        out.append("[\"");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
        out.append("\"]");
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isWordChar(name.charAt(i))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isWordChar(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '$';
    }

    private static final class Parser {
        private final String text;
        private final List<Step> steps = new ArrayList<>();
        private int at;

        Parser(String text) {
            this.text = text;
        }

        FieldPath parse() {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '[') {
                    bracket();
                } else if (c == '.' && at > 0) {
                    at++;
                    word();
                } else if (at == 0) {
                    word();
                } else {
                    throw wrong();
                }
            }
            return of(steps);
        }

        private void word() {
            int from = at;
            while (at < text.length() && isWordChar(text.charAt(at))) {
                at++;
            }
            if (at == from) {
                throw wrong();
            }
            steps.add(new Step.Key(text.substring(from, at)));
        }

        private void bracket() {
            at++;
            char c = peek();
            if (c == '*') {
                at++;
                steps.add(EVERY);
            } else if (c == '"') {
                quoted();
            } else {
                index();
            }
            if (peek() != ']') {
                throw wrong();
            }
            at++;
        }

        private void quoted() {
            StringBuilder name = new StringBuilder();
            at++;
            while (peek() != '"') {
                if (peek() == '\\') {
                    at++;
                }
                name.append(peek());
                at++;
            }
            at++;
            steps.add(new Step.Key(name.toString()));
        }

        private void index() {
            int from = at;
            while (peek() >= '0' && peek() <= '9') {
                at++;
            }
            if (at == from || at - from > 9) {
                throw wrong();
            }
            steps.add(new Step.Item(Integer.parseInt(text.substring(from, at))));
        }

        private char peek() {
            if (at >= text.length()) {
                throw wrong();
            }
            return text.charAt(at);
        }

        private IllegalArgumentException wrong() {
            return new IllegalArgumentException("not a field path, see column " + (at + 1) + ": " + text);
        }
    }

    /** Joins keys to a path. */
    public static FieldPath keys(String... names) {
        return of(Arrays.stream(names).<Step>map(Step.Key::new).toList());
    }
}
