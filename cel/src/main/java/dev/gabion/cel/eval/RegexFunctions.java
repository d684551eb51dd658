package dev.gabion.cel.eval;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code matches}, {@code find} and {@code findAll}, on RE2 syntax and in linear time. */
final class RegexFunctions {
    private RegexFunctions() {}

    static @Nullable Function find(String name, int args) {
        return switch (name) {
            case "matches" -> new RegexFunctions.Compiled(name, (m, a, f) -> m.find());
            case "find" -> args == 2 ? new RegexFunctions.Compiled(name, (m, a, f) -> m.find() ? m.group() : "") : null;
            case "findAll" -> new RegexFunctions.Compiled(name, RegexFunctions::findAll);
            default -> null;
        };
    }

    @FunctionalInterface
    private interface Search {
        Object run(Matcher matcher, Object[] args, Frame frame);
    }

    /** Keeps the last pattern compiled, which for a literal is the only one. */
    private record Compiled(String name, Search search, PatternMemory memory) implements Function {
        Compiled(String name, Search search) {
            this(name, search, new PatternMemory());
        }

        @Override
        public Object call(Object[] args, Frame frame) {
            if (!(args[0] instanceof String text) || !(args[1] instanceof String regex)) {
                return CelError.noOverload(name, args);
            }
            try {
                frame.checkDeadline();
                return search.run(memory.pattern(regex).matcher(text), args, frame);
            } catch (PatternSyntaxException e) {
                return new CelError(CelError.Kind.REGEX, "error parsing regexp: " + e.getDescription());
            }
        }
    }

    private static final class PatternMemory {
        private volatile @Nullable Pattern last;

        Pattern pattern(String regex) {
            Pattern known = last;
            if (known == null || !known.pattern().equals(regex)) {
                known = Pattern.compile(regex);
                last = known;
            }
            return known;
        }
    }

    /** Go's rule: an empty match right after another match does not count. */
    private static Object findAll(Matcher matcher, Object[] args, Frame frame) {
        if (args.length == 3 && !(args[2] instanceof Long)) {
            return CelError.noOverload("findAll", args);
        }
        long limit = args.length == 3 ? (Long) args[2] : -1;
        List<Object> found = new ArrayList<>();
        int previousEnd = -1;
        while (found.size() != limit && matcher.find()) {
            frame.tick();
            if (matcher.end() > matcher.start() || matcher.start() != previousEnd) {
                found.add(matcher.group());
            }
            previousEnd = matcher.end();
        }
        return ListValue.of(found);
    }
}
