package dev.gabion.kube.read;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern for paths: {@code *} and {@code ?} stay within one name, {@code [a-z]} is one character, {@code **} stands
 * for any number of directories. Matching never backtracks further than to the last star, so its cost is bounded by the
 * product of the lengths whatever a hostile pattern holds.
 */
final class Glob {
    private static final String ANY_DIRECTORIES = "**";

    private final List<Name> names;

    private Glob(List<Name> names) {
        this.names = names;
    }

    /** Reads a pattern whose names are parted by slashes. */
    static Glob parse(String pattern) {
        List<Name> names = new ArrayList<>();
        for (String name : pattern.split("/", -1)) {
            names.add(new Name(name.equals(ANY_DIRECTORIES), new Tokens(name).read()));
        }
        if (names.getLast().isAny()) {
            // what lies below a directory is meant, not the directory itself
            names.add(new Name(false, new Tokens("*").read()));
        }
        return new Glob(names);
    }

    /** The patterns that one with alternatives in braces, {@code {a,b}}, stands for. */
    static List<String> alternatives(String pattern) {
        int close = pattern.indexOf('}');
        int open = close < 0 ? -1 : pattern.lastIndexOf('{', close);
        if (open < 0) {
            return List.of(pattern);
        }
        List<String> all = new ArrayList<>();
        for (String choice : pattern.substring(open + 1, close).split(",", -1)) {
            all.addAll(alternatives(pattern.substring(0, open) + choice + pattern.substring(close + 1)));
        }
        return all;
    }

    /** How many directories deep the pattern can reach, counted from where it begins. */
    int levels() {
        return names.stream().anyMatch(Name::isAny) ? Integer.MAX_VALUE : names.size();
    }

    /** Whether the whole path, its names parted by slashes, fits. */
    boolean matches(String path) {
        String[] parts = path.split("/", -1);
        int part = 0;
        int name = 0;
        int star = -1;
        int resume = 0;
        while (part < parts.length) {
            if (name < names.size() && names.get(name).isAny()) {
                star = name++;
                resume = part;
            } else if (name < names.size() && names.get(name).matches(parts[part])) {
                name++;
                part++;
            } else if (star >= 0) {
                name = star + 1;
                part = ++resume;
            } else {
                return false;
            }
        }
        return name == names.size();
    }

    /** One name of the pattern, or any number of directories. */
    private record Name(boolean isAny, List<Token> tokens) {
        boolean matches(String name) {
            int[] characters = name.codePoints().toArray();
            int at = 0;
            int token = 0;
            int star = -1;
            int resume = 0;
            while (at < characters.length) {
                if (token < tokens.size() && tokens.get(token) instanceof Token.Run) {
                    star = token++;
                    resume = at;
                } else if (token < tokens.size() && tokens.get(token).takes(characters[at])) {
                    token++;
                    at++;
                } else if (star >= 0) {
                    token = star + 1;
                    at = ++resume;
                } else {
                    return false;
                }
            }
            while (token < tokens.size() && tokens.get(token) instanceof Token.Run) {
                token++;
            }
            return token == tokens.size();
        }
    }

    private sealed interface Token {
        boolean takes(int character);

        /** Any number of characters. */
        record Run() implements Token {
            @Override
            public boolean takes(int character) {
                return true;
            }
        }

        record One() implements Token {
            @Override
            public boolean takes(int character) {
                return true;
            }
        }

        record Literal(int wanted) implements Token {
            @Override
            public boolean takes(int character) {
                return character == wanted;
            }
        }

        /** Characters between each pair of bounds, or those between none. */
        record Set(boolean negated, List<Integer> bounds) implements Token {
            @Override
            public boolean takes(int character) {
                boolean inside = false;
                for (int i = 0; i < bounds.size(); i += 2) {
                    inside |= character >= bounds.get(i) && character <= bounds.get(i + 1);
                }
                return inside != negated;
            }
        }
    }

    private static final class Tokens {
        private final int[] text;
        private final List<Token> found = new ArrayList<>();
        private int at;

        Tokens(String name) {
            this.text = name.codePoints().toArray();
        }

        List<Token> read() {
            while (at < text.length) {
                int c = text[at++];
                switch (c) {
                    case '*' -> found.add(new Token.Run());
                    case '?' -> found.add(new Token.One());
                    case '[' -> found.add(set());
                    case '\\' -> found.add(new Token.Literal(at < text.length ? text[at++] : c));
                    default -> found.add(new Token.Literal(c));
                }
            }
            return found;
        }

        /** A set of characters; without a closing bracket the opening one means itself. */
        private Token set() {
            int start = at;
            boolean negated = at < text.length && (text[at] == '!' || text[at] == '^');
            at += negated ? 1 : 0;
            List<Integer> bounds = new ArrayList<>();
            while (at < text.length && (text[at] != ']' || bounds.isEmpty())) {
                int low = character();
                boolean range = at + 1 < text.length && text[at] == '-' && text[at + 1] != ']';
                at += range ? 1 : 0;
                bounds.add(low);
                bounds.add(range ? character() : low);
            }
            if (at == text.length) {
                at = start;
                return new Token.Literal('[');
            }
            at++;
            return new Token.Set(negated, bounds);
        }

        private int character() {
            at += text[at] == '\\' && at + 1 < text.length ? 1 : 0;
            return text[at++];
        }
    }
}
