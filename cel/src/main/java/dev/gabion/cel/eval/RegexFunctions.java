package dev.gabion.cel.eval;

import com.google.re2j.Matcher;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;

/** {@code matches}, {@code find} and {@code findAll}, on RE2 syntax and in linear time. */
final class RegexFunctions implements Function {
    private final String name;

    RegexFunctions(String name) {
        this.name = name;
    }

    @Override
    public Object call(Object[] args, Frame frame) {
        if (!(args[0] instanceof String text) || !(args[1] instanceof String pattern)) {
            return CelError.noOverload(name, args);
        }
        try {
            return search(name, RegexPatterns.compile(pattern), text, args, frame);
        } catch (PatternSyntaxException e) {
            return CelError.conversion("error parsing regexp: " + e.getMessage());
        }
    }

    static Object search(String name, RegexPatterns.Compiled pattern, String text, Object[] args, Frame frame) {
        Matcher matcher = pattern.matcher(text, frame);
        return switch (name) {
            case "matches" -> matcher.find();
            case "find" -> matcher.find() ? matcher.group() : "";
            default -> findAll(matcher, args, frame);
        };
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
                frame.produce(1 + matcher.end() - (long) matcher.start());
                found.add(matcher.group());
            }
            previousEnd = matcher.end();
        }
        return ListValue.of(found);
    }
}
