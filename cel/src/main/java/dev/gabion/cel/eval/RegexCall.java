package dev.gabion.cel.eval;

import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * {@code matches}, {@code find} or {@code findAll} with a literal regular expression, which is compiled once. Unlike the
 * general call this one is not charged where its text fails, since the API server gives up at the first error.
 */
final class RegexCall extends Call {
    private final String pattern;
    private final Cost cost;
    private volatile RegexPatterns.@Nullable Compiled compiled;

    RegexCall(Shape shape) {
        super(shape);
        this.pattern = (String) ((Constant) shape.arg(1)).value();
        this.cost = Cost.of(shape.function(), shape.overload());
    }

    @Override
    public @Nullable String refusal() {
        try {
            compiled();
            return null;
        } catch (PatternSyntaxException e) {
            return "error parsing regexp: " + e.getMessage();
        }
    }

    private RegexPatterns.Compiled compiled() {
        RegexPatterns.Compiled known = compiled;
        if (known == null) {
            known = RegexPatterns.compile(pattern);
            compiled = known;
        }
        return known;
    }

    @Override
    public Object eval(Frame frame) {
        Object[] args = new Object[children().size()];
        for (int i = 0; i < args.length; i++) {
            args[i] = children().get(i).eval(frame);
            if (args[i] instanceof CelError) {
                return args[i];
            }
        }
        frame.charge(cost.of(args, args));
        if (!(args[0] instanceof String text)) {
            return CelError.noOverload();
        }
        try {
            return RegexFunctions.search(function(), compiled(), text, args, frame);
        } catch (PatternSyntaxException e) {
            return CelError.conversion("error parsing regexp: " + e.getMessage());
        }
    }
}
